import type { Fault } from '../../../src/connectors/emulation/emulator.ts';

export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
}

/** Every way in which a store can fail, with a text in all places where it can put one; `plain` goes into headers. */
export function faultsWith(text: string, plain: string): readonly NamedFault[] {
  const says = JSON.stringify(everyEnvelope(text));
  const headers = { 'x-value': plain, 'set-cookie': `v=${plain}`, 'retry-after': plain, 'www-authenticate': plain };
  const answers = (name: string, body: string, status = 200, type = 'application/json'): NamedFault => ({
    name,
    fault: { status, body, headers: { ...headers, 'content-type': type } },
  });
  const escaped = JSON.stringify(text);
  return [
    ...[400, 401, 403, 404, 409, 412, 413, 422, 424, 429, 500, 502, 503, 504, 418].map((status) =>
      answers(`status ${status}`, says, status),
    ),
    answers('an error page', `<html><body>${text}</body></html>`, 500, 'text/html'),
    answers('a page with status 200', `<html><body>${text}</body></html>`, 200, 'text/html'),
    answers('a failure with status 200', says),
    answers('a bare text', text, 200, `text/plain; note=${plain}`),
    answers('JSON with a fault behind it', `{"value": ${escaped} oops}`),
    answers('JSON with a fault before it', `{"value": oops ${escaped}}`),
    answers('JSON that is cut', `{"data":[{"id":"a","value":${escaped}`),
    answers('a JSON string', escaped),
    answers('a list of strings', `[${escaped}]`),
    answers('objects of wrong types', `[{"ID":{"x":${escaped}},"Spec":[${escaped}],"id":[${escaped}],"state":{}}]`),
    answers('names as keys', `{${escaped}:{${escaped}:1},"data":{${escaped}:[]}}`),
    { name: 'a redirect', fault: { status: 302, headers: { location: `http://127.0.0.1:9/${plain}` } } },
    ...DOCUMENTED_TEXTS.map((template, index) =>
      answers(`a documented text (${index})`, JSON.stringify({ message: template.replaceAll('%', text) }), 500),
    ),
    { name: 'the head is cut off', fault: { cut: 'before' } },
    { name: 'the body is cut', fault: { cut: 'middle' } },
    { name: 'the body is truncated', fault: { truncate: true } },
    { name: 'it hangs', fault: { hang: true, times: 1 } },
  ];
}

/** Texts that a connector looks into. @see src/connectors/docker/errors.ts */
const DOCUMENTED_TEXTS = [
  'rpc error: code = AlreadyExists desc = secret % already exists',
  "rpc error: code = InvalidArgument desc = secret '%' is in use by the following service: %, %",
  'rpc error: code = NotFound desc = secret % not found',
  'plugin "%" not found',
  'rpc error: code = DeadlineExceeded desc = %',
] as const;

/** The error bodies of all providers at once. */
function everyEnvelope(text: string): Readonly<Record<string, unknown>> {
  return {
    message: text,
    msg: text,
    code: text,
    statusCode: text,
    detail: text,
    error: { message: text, code: text, errorCode: text, details: text },
    errors: { [text]: [text], name: [text] },
    response: { status: 500, message: text, error: true, error_code: text, detail: text },
    responseError: { returnCode: text, returnMessage: text },
  };
}
