/**
 * One text for one JSON value, whoever writes it: keys sorted by UTF-16 code unit, no white space, numbers and strings
 * as ECMAScript prints them. `jq -cS` writes the same for what the audit log holds, so a line can be checked by hand.
 * @see https://www.rfc-editor.org/rfc/rfc8785 section 3.2
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}
