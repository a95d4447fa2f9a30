import type { Detector } from './detector.ts';
import type { Exchange } from './remote-gateway.ts';

/** Where something was found that must not be there, for a failing test to say. */
export interface Leak {
  readonly label: string;
  readonly form: string;
  readonly where: string;
}

/** Searches answers, each without the value that a reveal is asked for; each text is reported once. */
export function searchAnswers(detector: Detector, exchanges: readonly Exchange[]): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  for (const { label: where, head, body } of exchanges) {
    for (const { label, form } of detector.find(`${head}\n${withoutRevealed(body)}`)) {
      if (!leaks.has(label)) leaks.set(label, { label, form, where });
    }
  }
  return [...leaks.values()];
}

/** Takes `value` out of the payload of a reveal, and nothing else. */
function withoutRevealed(body: string): string {
  if (!body.startsWith('{"data":{"revealSecret":{')) return body;
  const answer = JSON.parse(body) as { readonly data: { readonly revealSecret: Record<string, unknown> } };
  const { value: _value, ...payload } = answer.data.revealSecret;
  return JSON.stringify({ ...answer, data: { ...answer.data, revealSecret: payload } });
}
