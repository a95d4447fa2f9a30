/** An upstream may be wrong about its clock, and no caller waits for longer than a day. */
const MAX_SECONDS = 86_400;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * What a Retry-After header says: a number of seconds or an HTTP date, as seconds from `now` (epoch milliseconds).
 * Undefined for anything else; `Date.parse` alone would find a date in nearly any text.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const until = HTTP_DATE.test(header) ? Math.ceil((Date.parse(header) - now) / 1_000) : Number.NaN;
  const seconds = /^\d+$/.test(header) ? Number(header) : until;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), MAX_SECONDS);
}
