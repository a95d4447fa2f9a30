import type { z } from 'zod';

/** What is wrong with a key, said as one would: the schema's own sentences where it has some, never a library's. */
export function faultWords(issue: z.core.$ZodIssue): string {
  if (!/^(Too (small|big)|Invalid )/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return /received undefined$/.test(issue.message)
        ? `is missing (${issue.expected})`
        : `must be ${article(issue.expected)}`;
    case 'too_small':
      return `must ${size(issue.origin)} at least ${issue.minimum}${unit(issue.origin, Number(issue.minimum))}`;
    case 'too_big':
      return `must ${size(issue.origin)} at most ${issue.maximum}${unit(issue.origin, Number(issue.maximum))}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    default:
      return issue.message.replace(/^Invalid input: /, '');
  }
}

function article(type: string): string {
  if (type === 'int' || type === 'number') return 'a number';
  if (type === 'object' || type === 'record') return 'a mapping of keys';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function size(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'have' : 'be';
}

function unit(origin: string, count: number): string {
  const one = origin === 'string' ? ' character' : origin === 'array' ? ' item' : '';
  return one === '' || count === 1 ? one : `${one}s`;
}
