/**
 * A compiled comparison of text that may be unknown: comparing with null is false. Whoever has the text folded already
 * hands it in.
 */
export type TextMatch = (text: string | null, folded?: string) => boolean;
type Test = (text: string, folded: string | undefined) => boolean;

export interface StringFilter {
  readonly eq?: string | null | undefined;
  readonly in?: readonly string[] | null | undefined;
  readonly startsWith?: string | null | undefined;
  readonly contains?: string | null | undefined;
  readonly glob?: string | null | undefined;
}

/** eq, in and startsWith are exact; contains and glob ignore case. All that are given must hold. */
export function compileStringFilter(filter: StringFilter): TextMatch {
  const tests: Test[] = [];
  const { eq, startsWith, contains, glob } = filter;
  if (isGiven(eq)) tests.push((text) => text === eq);
  if (isGiven(filter.in)) {
    const wanted = new Set(filter.in);
    tests.push((text) => wanted.has(text));
  }
  if (isGiven(startsWith)) tests.push((text) => text.startsWith(startsWith));
  if (isGiven(contains)) {
    const folded = fold(contains);
    tests.push((text, known = fold(text)) => known.includes(folded));
  }
  if (isGiven(glob)) {
    const folded = fold(glob);
    tests.push((text, known = fold(text)) => matchesGlob(folded, known));
  }
  const [only, ...more] = tests;
  if (only !== undefined && more.length === 0) return (text, folded) => text !== null && only(text, folded);
  return (text, folded) => text !== null && tests.every((test) => test(text, folded));
}

/** The form in which texts are compared where case does not count, nor how an accent is written. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/**
 * `*` is any run of characters, `?` any one (a code point, not half of a pair). Time is bounded by pattern times text: the pattern comes from a client
 * and runs over every name, and the glob libraries compile to regular expressions, where `*a*a*a*a*` backtracks.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let inText = 0;
  let inPattern = 0;
  let star = -1;
  let resumeAt = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern;
      resumeAt = inText;
      inPattern += 1;
    } else if (wanted === '?') {
      inPattern += 1;
      inText += widthAt(text, inText);
    } else if (wanted === text[inText]) {
      inPattern += 1;
      inText += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      resumeAt += widthAt(text, resumeAt);
      inText = resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}

/** UTF-16 units of the character that begins there. */
function widthAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
