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
  /** How much of the secrets of one group matches; of those without a group under `store/`. */
  readonly within: (groupResource: string) => Share;
}

/** How much of many a question is answered yes for. SOME promises nothing: each one has to be looked at. */
export type Share = 'ALL' | 'SOME' | 'NONE';

export function compileResourcePattern(text: string): ResourcePattern {
  if (text === '**') return { text, matches: yes, reaches: yes, covers: yes, within: () => 'ALL' };
  const [head = '', ...rest] = text.split('/');
  const headMatches = head.includes('**') ? yes : compileMatch(head);
  const everythingBelow = rest.length === 1 && rest[0] === '**';
  return {
    text,
    matches: compileMatch(text),
    reaches: headMatches,
    covers: (store) => everythingBelow && !head.includes('**') && headMatches(store),
    within: compileWithin(text, headMatches),
  };
}

type Match = (resource: string) => boolean;
const yes: Match = () => true;

/** A text without wildcards names one resource, and an expression only where it has to be. */
function compileMatch(text: string): Match {
  if (!WILDCARD.test(text)) {
    const literal = canonical(text);
    return (resource) => resource === literal;
  }
  const expression = toRegExp(text);
  return (resource) => expression.test(resource);
}

/** Judges a pattern by its first two parts, once for all secrets of a group. */
function compileWithin(text: string, headMatches: Match): ResourcePattern['within'] {
  const isOpen = text.endsWith('/**');
  const parts = (isOpen ? text.slice(0, -3) : text).split('/');
  if (parts.some((part) => part.includes('**'))) return (group) => (headMatches(storeOf(group)) ? 'SOME' : 'NONE');
  if (parts.length === 1) return (group) => (isOpen && headMatches(storeOf(group)) ? 'ALL' : 'NONE');
  const matchesGroup = compileMatch(parts.slice(0, 2).join('/'));
  const last = parts[2];
  if (last === undefined) return (group) => (isOpen && matchesGroup(group) ? 'ALL' : 'NONE');
  if (parts.length > 3) return () => 'NONE';
  return (group) => (!matchesGroup(group) ? 'NONE' : last === '*' ? 'ALL' : 'SOME');
}

function storeOf(group: string): string {
  return group.slice(0, group.indexOf('/'));
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
  const body = text.replace(/(?:\/\*\*)+$/, '');
  const tail = body === text ? '' : '(?:/.*)?';
  return new RegExp(`^${body.split(WILDCARD).map(toSource).join('')}${tail}$`, 's');
}

function toSource(piece: string): string {
  if (piece.startsWith('**')) return `.*${WHOLE}`;
  if (piece === '*') return `[^/]*${WHOLE}`;
  if (piece === '?') return ONE;
  return canonical(piece).split('/').map(RegExp.escape).join('/');
}

/** Each part as `encodeResourcePart` spells it, however it was written. */
function canonical(text: string): string {
  return text
    .split('/')
    .map((part) => encodeResourcePart(decode(part) ?? part))
    .join('/');
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
