export interface Answer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Undefined where nothing went wrong, as it is sent. */
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Sends one operation the way that any program does. */
export async function post(url: string, query: string, token: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status };
}
