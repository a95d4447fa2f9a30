import { describe, expect, it } from 'vitest';
import { createSealer } from '../domain/sealing.ts';
import { etagMatches, etagOf } from './etag.ts';

const sealer = createSealer([{ name: 'k', key: Buffer.alloc(32, 1) }]);
const ETAG = etagOf(sealer, 'id', '7') ?? '';

describe('etagOf', () => {
  it('is equal for the same object in the same state', () => {
    expect(etagOf(sealer, 'id', '7')).toBe(ETAG);
  });

  it('differs by state and by object', () => {
    expect([etagOf(sealer, 'id', '8'), etagOf(sealer, 'other', '7')]).not.toContain(ETAG);
  });

  it('is null where nothing tells of the state', () => {
    expect(etagOf(sealer, 'id', null)).toBeNull();
  });

  it('has the shape that ifMatch takes', () => {
    expect(ETAG).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
  });
});

describe('etagMatches', () => {
  it('is true for the state it was made of', () => {
    expect(etagMatches(sealer, { id: 'id', revision: '7', ifMatch: ETAG })).toBe(true);
  });

  it.each([
    ['another state', { id: 'id', revision: '8', ifMatch: ETAG }],
    ['another object', { id: 'other', revision: '7', ifMatch: ETAG }],
    ['a state that is not known', { id: 'id', revision: null, ifMatch: ETAG }],
    ['the state itself', { id: 'id', revision: '7', ifMatch: '7' }],
    ['nothing', { id: 'id', revision: '7', ifMatch: '' }],
  ])('is false for %s', (_, request) => {
    expect(etagMatches(sealer, request)).toBe(false);
  });
});
