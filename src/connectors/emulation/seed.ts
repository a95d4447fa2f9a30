import { createHash } from 'node:crypto';

/**
 * The believable company behind all emulators: the same teams, services and people everywhere, so that a question
 * over all stores has an answer worth reading. Everything follows from a name and a number: no randomness, the same
 * data on every start, dates counted back from `now`.
 */

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export const TEAMS = ['payments', 'identity', 'data', 'platform', 'mobile', 'search'] as const;
export type Team = (typeof TEAMS)[number];

export const ENVIRONMENTS = ['prod', 'staging', 'dev'] as const;

export const PEOPLE: readonly Person[] = [
  person('ada', 'Ada Okafor'),
  person('bjorn', 'Björn Lindqvist'),
  person('chiara', 'Chiara Romano'),
  person('dmitri', 'Dmitri Volkov'),
  person('eun-ji', 'Eun-ji Park'),
  person('farah', 'Farah Haddad'),
  person('gabriel', 'Gabriel Souza'),
  person('hana', 'Hana Novák'),
];

/** What a team keeps: the stems of secrets' names, in the order in which they are handed out. */
export const SECRET_STEMS = [
  'db-password',
  'api-key',
  'jwt-signing-key',
  'smtp-password',
  'webhook-secret',
  'redis-url',
  's3-access-key',
  'tls-key',
  'oauth-client-secret',
  'sentry-dsn',
  'kafka-sasl',
  'license-key',
  'encryption-key',
  'pagerduty-token',
] as const;

/** An unsigned 32-bit number that follows from the text alone. */
export function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

/** `length` lower-case hexadecimal digits that follow from the text alone. */
export function hexOf(text: string, length: number): string {
  let out = '';
  for (let round = 0; out.length < length; round += 1) {
    out += createHash('sha256').update(`${text}#${round}`).digest('hex');
  }
  return out.slice(0, length);
}

export function pick<T>(items: readonly [T, ...T[]] | readonly T[], text: string): T {
  const item = items[numberOf(text) % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Epoch milliseconds between `fromDays` and `toDays` before now, following from the text alone. */
export function daysBefore(now: number, text: string, [fromDays, toDays]: readonly [number, number]): number {
  const span = (toDays - fromDays) * 86_400_000;
  return now - fromDays * 86_400_000 - Math.floor((numberOf(text) / 0x1_0000_0000) * span);
}

/** A value that looks like one and can be told apart from every other: the leak tests search for it. */
export function valueFor(text: string): string {
  return `sv-${hexOf(`value:${text}`, 40)}`;
}

function person(login: string, name: string): Person {
  return { id: hexOf(`person:${login}`, 24), email: `${login}@example.com`, name };
}
