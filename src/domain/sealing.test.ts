import { describe, expect, it } from 'vitest';
import { createSealer, type SealingKey } from './sealing.ts';

const keyOf = (name: string): SealingKey => ({ name, key: Buffer.alloc(32, name) });
const sealer = createSealer([keyOf('a')]);

describe('seal and open', () => {
  it('give back what was sealed for the same purpose', () => {
    expect(sealer.open('cursor', sealer.seal('cursor', 'Grüße 😀'))).toBe('Grüße 😀');
  });

  it('refuse what was sealed for another purpose', () => {
    expect(sealer.open('etag', sealer.seal('cursor', 'x'))).toBeNull();
  });

  it('show nothing of the text', () => {
    const bytes = Buffer.from(sealer.seal('cursor', 'payments/db-password'), 'base64url').toString('latin1');
    expect(bytes).not.toContain('payments');
  });

  it('seal the same text differently each time', () => {
    expect(sealer.seal('cursor', 'x')).not.toBe(sealer.seal('cursor', 'x'));
  });

  it('refuse the key of another installation', () => {
    expect(createSealer([keyOf('b')]).open('cursor', sealer.seal('cursor', 'x'))).toBeNull();
  });

  it('refuse a key of the same name with other bytes', () => {
    const other = createSealer([{ name: 'a', key: Buffer.alloc(32, 'z') }]);
    expect(other.open('cursor', sealer.seal('cursor', 'x'))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['less than a seal', 'AAAA'],
    ['no base64url', '%%%%'],
    ['padding', `${sealer.seal('cursor', 'x')}=`],
    ['white space', `${sealer.seal('cursor', 'x')}\n`],
    ['megabytes', 'A'.repeat(1_000_000)],
  ])('refuse %s', (_, text) => {
    expect(sealer.open('cursor', text)).toBeNull();
  });

  it('carry a name of a thousand characters beyond the BMP', () => {
    const text = JSON.stringify(['😀'.repeat(1_000), 'id']);
    expect(sealer.open('cursor', sealer.seal('cursor', text))).toBe(text);
  });
});

describe('rotation', () => {
  const old = createSealer([keyOf('a')]);
  const rotated = createSealer([keyOf('b'), keyOf('a')]);

  it('opens what the former key sealed', () => {
    expect(rotated.open('cursor', old.seal('cursor', 'x'))).toBe('x');
  });

  it('seals with the first key', () => {
    expect(createSealer([keyOf('b')]).open('cursor', rotated.seal('cursor', 'x'))).toBe('x');
  });

  it('knows the tags of the former key', () => {
    expect(rotated.hasTag('etag', 'x', old.tag('etag', 'x'))).toBe(true);
  });

  it('ends with taking the former key away', () => {
    const sealed = old.seal('cursor', 'x');
    const tag = old.tag('etag', 'x');
    const ended = createSealer([keyOf('b')]);
    expect([ended.open('cursor', sealed), ended.hasTag('etag', 'x', tag)]).toEqual([null, false]);
  });
});

describe('tag', () => {
  it('is equal for the same text and purpose', () => {
    expect(sealer.tag('etag', 'x')).toBe(sealer.tag('etag', 'x'));
  });

  it('differs by text, by purpose and by key', () => {
    const tags = [
      sealer.tag('p', 'x'),
      sealer.tag('p', 'y'),
      sealer.tag('q', 'x'),
      createSealer([keyOf('b')]).tag('p', 'x'),
    ];
    expect(new Set(tags).size).toBe(4);
  });

  it.each(['', 'x', `${sealer.tag('etag', 'x')}A`, ` ${sealer.tag('etag', 'x')}`, `${sealer.tag('etag', 'x')}==`])(
    'is not %j',
    (tag) => {
      expect(sealer.hasTag('etag', 'x', tag)).toBe(false);
    },
  );
});
