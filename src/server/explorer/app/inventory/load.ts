import { type GatewayError, PortcullisClientError } from '../../../../client/index.ts';

/** An answer, and what is missing from it. */
export interface Loaded<Data> {
  readonly data: Data;
  /** Each left null what its `path` names. */
  readonly problems: readonly GatewayError[];
}

/** Why there is no answer at all. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Finds the request in the gateway's log. */
  readonly requestId: string | null;
}

/** An answer with errors beside its data is an answer: nulls stand where the schema allows them. */
export async function load<Data>(call: Promise<Data>): Promise<Loaded<Data>> {
  try {
    return { data: await call, problems: [] };
  } catch (error) {
    if (!(error instanceof PortcullisClientError) || !isObject(error.data)) throw error;
    return { data: error.data as Data, problems: error.errors };
  }
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof PortcullisClientError)) {
    return { code: 'INTERNAL', message: 'Something went wrong in this page.', requestId: null };
  }
  return { code: error.code, message: error.message, requestId: error.requestId };
}

function isObject(data: unknown): boolean {
  return typeof data === 'object' && data !== null;
}
