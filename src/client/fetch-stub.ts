/** A `fetch` for the tests: answers in turn, and keeps what was asked. */
export interface FetchStub {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: { readonly url: string; readonly init: RequestInit; readonly headers: Headers }[];
  /** The JSON body of the nth request. */
  body(index: number): { query: string; variables: Record<string, unknown> };
}

export function stubFetch(...answers: (Response | Error)[]): FetchStub {
  const requests: FetchStub['requests'] = [];
  return {
    requests,
    fetch: async (url, init = {}) => {
      init.signal?.throwIfAborted();
      const answer = answers[requests.length];
      requests.push({ url: String(url), init, headers: new Headers(init.headers) });
      if (answer === undefined) throw new Error('The stub has no further answer.');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    body: (index) => JSON.parse(String(requests[index]?.init.body)),
  };
}

export function json(body: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(body), init);
}
