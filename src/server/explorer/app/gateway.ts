import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';

export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

export interface Principal {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Sends one operation. Resolves to the answer, whatever its status; rejects where there is none. */
export async function send(request: GraphQLRequest, token: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(request),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await response.json();
  } catch {
    return { errors: [{ message: `The gateway answered HTTP ${response.status} without a GraphQL result.` }] };
  }
}

/** Null: the gateway does not know the token. */
export async function fetchPrincipal(token: string, signal: AbortSignal): Promise<Principal | null> {
  const answer = (await send({ query: '{ viewer { name roles } }' }, token, signal)) as {
    data?: { viewer?: Principal } | null;
  };
  return answer.data?.viewer ?? null;
}

/** Null: introspection is switched off, or not for this principal. */
export async function fetchSchema(token: string, signal: AbortSignal): Promise<GraphQLSchema | null> {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true });
  const answer = (await send({ query, operationName: 'IntrospectionQuery' }, token, signal)) as {
    data?: IntrospectionQuery | null;
  };
  return answer.data?.__schema ? buildClientSchema(answer.data) : null;
}
