import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoInstant } from './iso-instant.ts';

/** What the engine makes of a text, in the same words. */
function byEngine(text: string): number | null {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

describe('parseIsoInstant', () => {
  it('reads every date as Date.parse does', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(parseIsoInstant(date.toISOString())).toBe(date.getTime());
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '2026-06-25T02:11:06Z',
    '2026-06-25T02:11:06.8Z',
    '2026-06-25T02:11:06.81Z',
    '2026-05-05T10:23:26.933876451Z',
    '2026-02-28T23:59:59.999Z',
    '2026-02-29T00:00:00Z',
    '2024-02-29T00:00:00Z',
    '2026-06-31T00:00:00Z',
    '2026-06-25T24:00:00Z',
    '2026-06-25T02:11:06+02:00',
    '2026-06-25T02:11:60Z',
    '2026-13-25T02:11:06Z',
    '2026-00-25T02:11:06Z',
    '0001-01-01T00:00:00Z',
    '0099-01-01T00:00:00Z',
    '2026-06-25',
    '2026-06-25T02:11:06.Z',
    '2026-06-25T02:11:06.8x1Z',
    '2O26-06-25T02:11:06Z',
    '2026-06-25T02:11:06',
    'soon',
    '',
  ])('reads %j as Date.parse does', (text) => {
    expect(parseIsoInstant(text)).toBe(byEngine(text));
  });

  it('reads a text with one wrong character as Date.parse does', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.string({ unit: 'grapheme-ascii', minLength: 0, maxLength: 2 }), (at, inserted) => {
        const right = '2026-06-25T02:11:06.818Z';
        const text = right.slice(0, at) + inserted + right.slice(at + 1);
        expect([text, parseIsoInstant(text)]).toEqual([text, byEngine(text)]);
      }),
      { numRuns: 2_000 },
    );
  });
});
