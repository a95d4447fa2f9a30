import { beforeEach, describe, expect, it } from 'vitest';
import { createVerifiedTokens, type VerifiedTokens } from './verified-tokens.ts';

const PRINCIPAL = { id: 'jwt:u-1', name: 'Ada', roles: [] };
let time: number;
let tokens: VerifiedTokens;

beforeEach(() => {
  time = 1_000_000;
  tokens = createVerifiedTokens(() => time);
});

describe('a verified token', () => {
  it('is remembered for less than five seconds', () => {
    tokens.set('a.b.c', PRINCIPAL, time + 3_600_000);
    time += 4_999;
    expect(tokens.get('a.b.c')).toBe(PRINCIPAL);
    time += 1;
    expect(tokens.get('a.b.c')).toBeNull();
  });

  it('is not remembered past its own end', () => {
    tokens.set('a.b.c', PRINCIPAL, time + 1_000);
    time += 1_000;
    expect(tokens.get('a.b.c')).toBeNull();
  });

  it('is not remembered for longer when the clock is set back', () => {
    tokens.set('a.b.c', PRINCIPAL, time + 3_600_000);
    time -= 1;
    expect(tokens.get('a.b.c')).toBeNull();
  });

  it('is not another one', () => {
    tokens.set('a.b.c', PRINCIPAL, time + 3_600_000);
    expect(tokens.get('a.b.d')).toBeNull();
  });
});
