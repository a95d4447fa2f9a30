import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { Answer } from './answer.ts';
import { PortcullisClientError } from './error.ts';
import type { CallOptions, Operation, Transport } from './transport.ts';

/** The text of an operation that knows the types of its answer and variables: ours, or of your own code generator. */
export type TypedDocument<TData, TVariables> = DocumentTypeDecoration<TData, TVariables> &
  Pick<string, 'trim' | 'toString'>;

/** Variables may be left out where none is required. */
export type CallArguments<TVariables> =
  Record<string, never> extends TVariables
    ? [variables?: TVariables, options?: CallOptions]
    : [variables: TVariables, options?: CallOptions];

export type Caller = <TData, TVariables>(
  document: TypedDocument<TData, TVariables>,
  ...args: CallArguments<TVariables>
) => Promise<TData>;

/** Binds one kind of operation to the wire: resolves to the whole data, rejects where the answer has any error. */
export function createCaller(transport: Transport, kind: Operation['kind']): Caller {
  return async (document, ...[variables, options]) => {
    const text = document.toString();
    if (/\brevealSecret\b/.test(text)) throw refusedReveal();
    const operation = { kind, document: text, hash: hashOf(document), variables: variables ?? {}, ...options };
    const answer = await transport(operation);
    if (answer.errors.length > 0) throw answerError(answer, kind, answer.data);
    return answer.data as never;
  };
}

/** The hash that a code generator embeds in the document; null where it did not. */
export function hashOf(document: object): string | null {
  const { __meta__: meta } = document as { readonly __meta__?: { readonly hash?: unknown } };
  return typeof meta?.hash === 'string' ? meta.hash : null;
}

/** `data` is said apart: what came with a failed reveal must not travel in an error. */
export function answerError(answer: Answer, kind: Operation['kind'], data: unknown): PortcullisClientError {
  const [first] = answer.errors;
  const others = answer.errors.length > 1 ? ` (and ${answer.errors.length - 1} more)` : '';
  const outcome = answer.errors.find((error) => error.outcome !== undefined)?.outcome;
  return new PortcullisClientError(`${first?.message ?? 'The gateway answered without data.'}${others}`, {
    code: first?.code ?? 'INTERNAL',
    retryable: first?.retryable ?? false,
    errors: answer.errors,
    data,
    requestId: first?.requestId ?? null,
    outcome: kind === 'write' ? (outcome ?? null) : null,
  });
}

/** A plain answer would hold the value as a string, which prints. */
function refusedReveal(): PortcullisClientError {
  return new PortcullisClientError('A value is revealed through client.reveal(), which keeps it from being printed.', {
    code: 'BAD_REQUEST',
    retryable: false,
  });
}
