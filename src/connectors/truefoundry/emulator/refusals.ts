import type { EmulatedAnswer } from '../../emulation/server.ts';

/**
 * An answer that ends a request. The body is the vendor's HttpError.
 *
 * @see GitHub truefoundry/truefoundry-typescript-sdk, src/api/types/HttpError.ts
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  answer(): EmulatedAnswer {
    return { status: this.status, body: { statusCode: this.status, message: this.message } };
  }
}

export const refusals = {
  unauthorized: () => new Refusal(401, 'Unauthorized'),
  badRequest: () => new Refusal(400, 'Bad request'),
  noRoute: () => new Refusal(404, 'Not found'),
  noGroup: () => new Refusal(404, 'Secret group not found'),
  noSecret: () => new Refusal(404, 'Secret not found'),
  noIntegration: (status: 404 | 422) => new Refusal(status, 'Provider integration not found'),
  noMethod: () => new Refusal(405, 'Method not allowed'),
  unprocessable: () => new Refusal(422, 'Unprocessable entity. Ensure all secrets have both "key" and "value" fields.'),
  groupExists: () => new Refusal(422, 'Secret group with this name already exists. Use a different name.'),
  noSecrets: () =>
    new Refusal(422, 'Cannot update secret group with zero secrets. Include at least one secret in the payload.'),
  underscore: () => new Refusal(422, 'Key name does not support underscores (_)'),
  otherStore: () => new Refusal(422, 'The secret store of a secret group cannot be changed'),
  softDeleted: () => new Refusal(424, 'Secret is already in a deleted state'),
};
