/**
 * Patterns over `store/group/secret` names. `*` and `?` stay inside a part, `**` crosses parts, and a `/**` at the
 * end also matches what it follows: `swarm/**` is the store itself and everything in it. Case counts. Written here
 * and not with a general glob library, because those skip dot names, treat braces and brackets as syntax, and fold
 * empty parts: each would let a name slip past a deny.
 */
export interface ResourcePattern {
  readonly text: string;
  readonly matches: (resource: string) => boolean;
  /** Whether anything in this store could match. */
  readonly reaches: (storeResource: string) => boolean;
  /** Whether everything in this store matches. */
  readonly covers: (storeResource: string) => boolean;
}

export function compileResourcePattern(text: string): ResourcePattern {
  if (text === '**') return { text, matches: () => true, reaches: () => true, covers: () => true };
  const whole = toRegExp(text);
  const [head = '', ...rest] = text.split('/');
  const headMatches = head.includes('**') ? () => true : matcher(toRegExp(head));
  const everythingBelow = rest.length === 1 && rest[0] === '**';
  return {
    text,
    matches: matcher(whole),
    reaches: headMatches,
    covers: (store) => everythingBelow && !head.includes('**') && headMatches(store),
  };
}

function matcher(expression: RegExp): (resource: string) => boolean {
  return (resource) => expression.test(resource);
}

function toRegExp(text: string): RegExp {
  const tail = text.endsWith('/**') ? '(?:/.*)?' : '';
  const body = tail === '' ? text : text.slice(0, -3);
  const source = body
    .split(/(\*\*+|\*|\?)/)
    .map((piece) =>
      piece.startsWith('**') ? '.*' : piece === '*' ? '[^/]*' : piece === '?' ? '[^/]' : RegExp.escape(piece),
    )
    .join('');
  return new RegExp(`^${source}${tail}$`, 's');
}
