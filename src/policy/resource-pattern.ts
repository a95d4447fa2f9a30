import { encodeResourcePart } from '../domain/resource.ts';

/**
 * Patterns over `store/group/secret` names. `*` and `?` stay inside a part, `**` crosses parts, and a `/**` at the
 * end also matches what it follows: `swarm/**` is the store itself and everything in it. Case counts. A wildcard
 * stands for whole characters, never for a piece of a percent-encoded one. Text between wildcards is taken as it is or
 * percent-encoded, in whatever spelling: a deny that is written `%2f`, or with a bare space, must not match nothing.
 * Written here and not with a general glob library, because those skip dot names, treat braces and brackets as syntax,
 * and fold empty parts: each would let a name slip past a deny.
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

const WILDCARD = /(\*\*+|\*|\?)/;
/** An escape is `%` and two digits: a run of characters ends neither after its first nor after its second. */
const WHOLE = '(?<!%[0-9A-F]?)';
const ONE = '(?:[^/%]|%[0-7][0-9A-F]|%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)';

/** False where an escape is cut short or is no UTF-8: such a pattern cannot mean what it says. */
export function isResourcePattern(text: string): boolean {
  return text.split(WILDCARD).every((piece) => piece.split('/').every((part) => decode(part) !== null));
}

function toRegExp(text: string): RegExp {
  const tail = text.endsWith('/**') ? '(?:/.*)?' : '';
  const body = tail === '' ? text : text.slice(0, -3);
  return new RegExp(`^${body.split(WILDCARD).map(toSource).join('')}${tail}$`, 's');
}

function toSource(piece: string): string {
  if (piece.startsWith('**')) return `.*${WHOLE}`;
  if (piece === '*') return `[^/]*${WHOLE}`;
  if (piece === '?') return ONE;
  return piece
    .split('/')
    .map((part) => RegExp.escape(encodeResourcePart(decode(part) ?? part)))
    .join('/');
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
