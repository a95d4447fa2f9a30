import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames, memoryKey } from './names.ts';

const identity = { storeId: 'swarm', fingerprint: 'f1' };
const names = createNames('portcullis:');

describe('the names of entries', () => {
  it('hold no part of an id', () => {
    const name = names.entry(identity, 5, { kind: 'secret', id: ['payments', 'card-key'] });
    expect(name).not.toMatch(/payments|card-key|swarm/);
  });

  it('differ for any two ids, however these are cut into parts', () => {
    // Few characters, those that a careless join would confuse.
    const part = fc.string({ unit: fc.constantFrom('a', '/', '%', '2', 'F', '\0', 'é') });
    const path = fc.array(part, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(path, path, (left, right) => {
        const isSame = JSON.stringify(left) === JSON.stringify(right);
        const [a, b] = [left, right].map((id) => names.entry(identity, 5, { kind: 'secret', id }));
        const [c, d] = [left, right].map((id) => memoryKey(identity, { kind: 'secret', id }));
        expect(a === b).toBe(isSame);
        expect(c === d).toBe(isSame);
      }),
    );
  });

  it.each([
    ['store', { ...identity, storeId: 'other' }, 5, 'secret'],
    ['credential', { ...identity, fingerprint: 'f2' }, 5, 'secret'],
    ['epoch', identity, 6, 'secret'],
    ['kind', identity, 5, 'details'],
  ] as const)('differ by %s', (_what, other, epoch, kind) => {
    const id = ['g', 's'];
    expect(names.entry(other, epoch, { kind, id })).not.toBe(names.entry(identity, 5, { kind: 'secret', id }));
  });

  it('cannot be guessed without the fingerprint', () => {
    const name = names.entry(identity, 5, { kind: 'secret', id: ['card-key'] });
    expect(name).not.toContain('f1');
    expect(name.split(':').at(-1)).toMatch(/^[\w-]{43}$/);
  });

  it('of one store share one hash tag with its epoch', () => {
    const tag = (name: string) => /\{(.*?)\}/.exec(name)?.[1];
    expect(tag(names.entry(identity, 5, { kind: 'usage', id: ['s'] }))).toBe(tag(names.epoch('swarm')));
  });

  it('begin with the prefix, the channel too', () => {
    const all = [names.channel, names.epoch('swarm'), names.entry(identity, 5, { kind: 'listing', id: [] })];
    expect(all.every((name) => name.startsWith('portcullis:'))).toBe(true);
  });
});
