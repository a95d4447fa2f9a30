import type { EmulatedAnswer } from '../../emulation/server.ts';

export interface Outcome {
  readonly status: number;
  readonly message: string;
  /** 0: none. 1: inactive authorization. 4: not found. */
  readonly errorCode?: number;
}

/** The envelope with its Portuguese doubles; `code` is a sibling on some endpoints. */
export function enveloped(outcome: Outcome, payload: Readonly<Record<string, unknown>> = {}): EmulatedAnswer {
  return { status: outcome.status, body: { response: envelope(outcome), ...payload } };
}

/** The same for the endpoints that repeat the status as `code` and have a `detail`. */
export function coded(outcome: Outcome, payload: Readonly<Record<string, unknown>> = {}): EmulatedAnswer {
  return {
    status: outcome.status,
    body: { code: outcome.status, response: { ...envelope(outcome), detail: '' }, ...payload },
  };
}

/** Bad input, as the sibling modules answer it: the text starts with a number of four digits. */
export function badRequest(message: string): EmulatedAnswer {
  return coded(
    { status: 400, message, errorCode: 1 },
    { exception: { code: Number(message.slice(0, 4)) || 0, message, detail: '' } },
  );
}

/** The API gateway's own answer to a wrong path and to whoever is not authorized: no envelope. */
export const NO_ROUTE: EmulatedAnswer = { status: 404, body: { message: 'no Route matched with those values' } };

export const INACTIVE = coded({ status: 401, message: 'Inactive authorization', errorCode: 1 });
export const SUBJECT_NOT_FOUND = coded({ status: 404, message: 'Resource sub not found', errorCode: 4 });

export function envelope({ status, message, errorCode }: Outcome): Readonly<Record<string, unknown>> {
  const error = status >= 400;
  const code = errorCode ?? 0;
  return { status, mensagem: message, erro: error, cod_erro: code, message, error, error_code: code };
}
