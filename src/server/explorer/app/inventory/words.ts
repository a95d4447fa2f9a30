import type { SecretStatus } from '../../../../client/index.ts';

const NUMBER = new Intl.NumberFormat('en');
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** '12,345' */
export function count(number: number): string {
  return NUMBER.format(number);
}

/** 'one secret' is said as '1 secret', and all others as '12,345 secrets'. */
export function countOf(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** '14 Jul 2026' in the reader's own zone. */
export function date(instant: string): string {
  return DATE.format(new Date(instant));
}

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** '14 minutes ago', 'in 3 days': in the largest unit that is at least one, never rounded up. */
export function distance(instant: string, now: number): string {
  const seconds = Math.trunc((Date.parse(instant) - now) / 1_000);
  if (seconds === 0) return 'just now';
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return RELATIVE.format(Math.trunc(seconds / size), unit);
}

/** '0.6 ms', '115 ms', '2.4 s' */
export function latency(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** 'LATE_ANSWER' as 'late answer'. */
export function lower(word: string): string {
  return word.toLowerCase().replaceAll('_', ' ');
}

/** How much of a colour a status deserves. */
export function toneOf(status: SecretStatus): 'good' | 'warn' | 'bad' | 'soft' {
  if (status === 'ACTIVE') return 'good';
  if (status === 'FAILED' || status === 'EXPIRED') return 'bad';
  return status === 'DELETED' || status === 'UNKNOWN' ? 'soft' : 'warn';
}

type Usage = {
  readonly activeDeployments: number | null;
  readonly consumers: readonly unknown[] | null;
} | null;

/** How many things use a secret; null where its store does not say. Null and zero are different answers. */
export function usersOf(usage: Usage): number | null {
  if (usage === null || (usage.activeDeployments === null && usage.consumers === null)) return null;
  return Math.max(usage.activeDeployments ?? 0, usage.consumers?.length ?? 0);
}
