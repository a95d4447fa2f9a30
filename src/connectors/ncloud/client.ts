import type { z } from 'zod';
import type { UpstreamReceipt } from '../../domain/connector.ts';
import type { Upstream, UpstreamAnswer, UpstreamCall } from '../http/upstream.ts';
import { type Stage, SUCCESS } from './documented.ts';
import {
  acknowledged,
  createdSecret,
  type Detail,
  keyList,
  type ProtectionKey,
  type SecretPage,
  secretDetail,
  secretPage,
  stageValue,
  type Trigger,
  triggerList,
} from './schema.ts';

/** The body of a creation, in the upstream's words. */
export interface NewSecretBody {
  readonly secretName: string;
  readonly memo?: string;
  readonly secretValue: { readonly value: string; readonly rotationTargets: readonly string[] };
  readonly secretType: string;
  readonly autoRotationYN: 'Y' | 'N';
  readonly autoRotationPeriod?: number;
  readonly triggerId?: string;
  readonly protectionKeyType: string;
  readonly kmsKeyTag?: string;
  readonly kmsBoundaryType?: string;
}

export interface ProtectionKeyBody {
  readonly protectionKeyType: string;
  readonly kmsKeyTag?: string;
  readonly kmsBoundaryType?: string;
}

/** The changes that take no body: the last segment of their path is their name upstream. */
export type SecretAction =
  | 'enable'
  | 'disable'
  | 'request-deletion'
  | 'cancel-deletion'
  | 'disable-auto-rotation'
  | 'rotation'
  | 'retry-rotation'
  | 'cancel-rotation'
  | 'rollback-rotation';

const SECRETS = ['api', 'v1', 'secrets'] as const;

/**
 * One function per documented endpoint that the connector uses. Two look alike and are not: one stage is read at
 * `/{stage}` and written at `/values/{stage}`.
 *
 * @see https://api.ncloud-docs.com/docs/en/secretmanager-api-overview
 */
export function createClient(upstream: Upstream) {
  const read = <T>(operation: string, call: Pick<UpstreamCall<T>, 'path' | 'schema' | 'signal' | 'query'>) =>
    upstream.request({ operation, kind: 'read', method: 'GET', ...call }).then((answer) => answer.body);

  const write = (
    operation: string,
    method: 'POST' | 'PUT' | 'DELETE',
    call: { readonly path: readonly string[]; readonly json?: unknown; readonly signal: AbortSignal },
  ): Promise<UpstreamReceipt> =>
    upstream
      .request<z.output<typeof acknowledged>>({
        operation,
        kind: 'write',
        method,
        path: [...SECRETS, ...call.path],
        schema: acknowledged,
        signal: call.signal,
        ...(call.json === undefined ? {} : { body: { json: call.json } }),
      })
      .then((answer) => receiptOf(answer, answer.body?.code));

  return {
    listPage: (pageNo: number, signal: AbortSignal): Promise<SecretPage> =>
      read('listSecrets', { path: SECRETS, query: { pageNo }, schema: secretPage, signal }).then((body) => body.data),
    detail: (id: string, signal: AbortSignal): Promise<Detail> =>
      read('getSecret', { path: [...SECRETS, id], schema: secretDetail, signal }).then((body) => body.data),
    triggers: (signal: AbortSignal): Promise<readonly Trigger[]> =>
      read('listTriggers', { path: ['api', 'v1', 'triggers'], schema: triggerList, signal }).then(
        (body) => body.data.triggerList ?? [],
      ),
    protectionKeys: (signal: AbortSignal): Promise<readonly ProtectionKey[]> =>
      read('listProtectionKeys', { path: ['api', 'v1', 'keys'], schema: keyList, signal }).then(
        (body) => body.data.keyList ?? [],
      ),

    async stageValue(id: string, stage: Stage, signal: AbortSignal) {
      const answer = await upstream.request({
        operation: 'revealSecret',
        kind: 'reveal',
        method: 'GET',
        path: [...SECRETS, id, stage.toLowerCase()],
        schema: stageValue,
        signal,
      });
      const slot = answer.body.data?.decryptedSecretValue;
      return {
        value: slot?.value ?? null,
        stage: slot?.valueStage ?? null,
        receipt: receiptOf(answer, answer.body.code),
      };
    },

    async createSecret(json: NewSecretBody, signal: AbortSignal) {
      const answer = await upstream.request({
        operation: 'createSecret',
        kind: 'write',
        method: 'POST',
        path: SECRETS,
        body: { json },
        schema: createdSecret,
        signal,
      });
      const { secretId, region } = answer.body.data;
      return { secretId, region: region ?? null, receipt: receiptOf(answer, answer.body.code) };
    },
    putValues: (id: string, json: Readonly<Partial<Record<Lowercase<Stage>, string>>>, signal: AbortSignal) =>
      write('updateValues', 'PUT', { path: [id, 'values'], json, signal }),
    putStageValue: (id: string, change: { stage: Stage; value: string }, signal: AbortSignal) =>
      write('updateStageValue', 'PUT', {
        path: [id, 'values', change.stage.toLowerCase()],
        json: { value: change.value },
        signal,
      }),
    putMemo: (id: string, memo: string, signal: AbortSignal) =>
      write('updateMemo', 'PUT', { path: [id, 'memo'], json: { memo }, signal }),
    putProtectionKey: (id: string, json: ProtectionKeyBody, signal: AbortSignal) =>
      write('updateProtectionKey', 'PUT', { path: [id, 'protection-key'], json, signal }),

    act: (id: string, action: SecretAction, signal: AbortSignal) =>
      write(action, 'POST', { path: [id, action], signal }),
    deleteSecret: (id: string, signal: AbortSignal) => write('deleteSecret', 'DELETE', { path: [id], signal }),

    enableAutoRotation: (
      id: string,
      json: { readonly rotationPeriod?: number; readonly triggerId?: string },
      signal: AbortSignal,
    ) => write('enable-auto-rotation', 'POST', { path: [id, 'enable-auto-rotation'], json, signal }),
    putRotationPeriod: (id: string, rotationPeriod: number, signal: AbortSignal) =>
      write('updateRotationPeriod', 'PUT', { path: [id, 'rotation-period'], json: { rotationPeriod }, signal }),
    putTrigger: (id: string, triggerId: string, signal: AbortSignal) =>
      write('updateTrigger', 'PUT', { path: [id, 'triggers'], json: { triggerId }, signal }),
    deleteTrigger: (id: string, signal: AbortSignal) =>
      write('deleteTrigger', 'DELETE', { path: [id, 'triggers'], signal }),
  };
}

export type NcloudClient = ReturnType<typeof createClient>;

/** SUCCESS is the one code that is documented for an answer that is not an error; no text is. */
function receiptOf(answer: UpstreamAnswer<unknown>, code: string | null | undefined): UpstreamReceipt {
  return {
    upstreamStatus: answer.status,
    upstreamCode: code === SUCCESS ? SUCCESS : null,
    upstreamMessage: null,
  };
}
