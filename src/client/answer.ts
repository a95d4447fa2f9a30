import type { WriteOutcome } from '../domain/errors.ts';
import type { ErrorCode } from './__generated__/graphql.ts';
import type { GatewayError } from './error.ts';

/** A GraphQL answer in the form that the rest of the client relies on. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GatewayError[];
}

type Unknown = Readonly<Record<string, unknown>>;

/** Null for whatever is not a GraphQL answer: no `data` and no `errors`. */
export function parseAnswer(json: unknown): Answer | null {
  if (!isObject(json)) return null;
  const errors = Array.isArray(json.errors) ? json.errors.filter(isObject).map(parseError) : [];
  const data = isObject(json.data) ? json.data : null;
  return data === null && errors.length === 0 ? null : { data, errors };
}

function parseError(error: Unknown): GatewayError {
  const extensions = isObject(error.extensions) ? error.extensions : {};
  return {
    message: text(error.message) ?? 'The gateway answered an error.',
    code: (text(extensions.code) ?? 'INTERNAL') as ErrorCode,
    retryable: extensions.retryable === true,
    ...defined({
      path: parsePath(error.path),
      store: text(extensions.store),
      provider: text(extensions.provider),
      argument: text(extensions.argument),
      retryAfterSeconds: number(extensions.retryAfterSeconds),
      outcome: text(extensions.outcome) as WriteOutcome | undefined,
      upstreamStatus: number(extensions.upstreamStatus),
      upstreamCode: text(extensions.upstreamCode),
      auditId: text(extensions.auditId),
      requestId: text(extensions.requestId),
    }),
  };
}

function parsePath(path: unknown): readonly (string | number)[] | undefined {
  if (!Array.isArray(path)) return undefined;
  return path.filter((part) => typeof part === 'string' || typeof part === 'number');
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
