import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createServiceTokens } from './service-tokens.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const entry = (name: string, expiresAt?: string) => ({
  name,
  sha256: createHash('sha256').update(`token of ${name}`).digest('hex').toUpperCase(),
  roles: [name],
  expiresAt,
});

const identify = createServiceTokens(
  [
    entry('ci'),
    entry('past', '2026-11-22T12:00:00Z'),
    entry('soon', '2026-11-22T13:00:00.001+01:00'),
    entry('odd', 'never'),
  ],
  () => NOW,
);

describe('a service token', () => {
  it('names its holder', () => {
    expect(identify('token of ci')).toEqual({ id: 'token:ci', name: 'ci', roles: ['ci'] });
  });

  it('that nobody has is nobody', () => {
    expect(identify('token of cI')).toBeNull();
  });

  it('holds until the instant before its end', () => {
    expect(identify('token of soon')).toMatchObject({ name: 'soon' });
  });

  it('is refused at its end', () => {
    expect(identify('token of past')).toBeNull();
  });

  it('whose end is no instant is refused', () => {
    expect(identify('token of odd')).toBeNull();
  });
});
