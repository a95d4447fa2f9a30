import { describe, expect, it } from 'vitest';
import { formatLocalDate, parseLocalDate } from './dates.ts';

const iso = (text: string, timeZone: string) => {
  const instant = parseLocalDate(text, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('dates without a zone', () => {
  it('reads the documented form in UTC', () => {
    expect(iso('2022-08-18 11:10:00', 'UTC')).toBe('2022-08-18T11:10:00.000Z');
  });

  it.each([
    ['2022-08-18 11:10:00', 'America/Sao_Paulo', '2022-08-18T14:10:00.000Z'],
    ['2026-01-15 12:00:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15 12:00:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
    ['2026-07-15 12:00:00', 'Asia/Kathmandu', '2026-07-15T06:15:00.000Z'],
    ['2026-03-29 01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29 03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-04 03:00:00', 'Australia/Lord_Howe', '2026-10-03T16:00:00.000Z'],
  ])('reads %s in %s', (text, timeZone, expected) => {
    expect(iso(text, timeZone)).toBe(expected);
  });

  it('takes an hour that happens twice as the first one', () => {
    expect(iso('2026-10-25 02:30:00', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-11-01 01:30:00', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('takes an hour that is skipped as if the clock had not changed yet', () => {
    expect(iso('2026-03-29 02:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(iso('2026-03-08 02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it.each(['', '0000-00-00 00:00:00', '2026-02-30 10:00:00', '2026-01-01 24:00:00', '2026-01-01 10:60:00', 'soon'])(
    'knows no instant for %j',
    (text) => {
      expect(parseLocalDate(text, 'Europe/Berlin')).toBeNull();
    },
  );

  it('writes what it would read again, on both sides of a change of the clock', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      for (let hour = 0; hour < 24 * 366; hour += 7) {
        const instant = Date.UTC(2026, 0, 1) + hour * 3_600_000;
        const text = formatLocalDate(instant, zone);
        const again = parseLocalDate(text ?? '', zone);
        expect(formatLocalDate(again ?? 0, zone)).toBe(text);
      }
    }
  });

  it('drops parts of a second and refuses years that the form cannot hold', () => {
    expect(formatLocalDate(Date.UTC(2026, 0, 2, 3, 4, 5, 999), 'UTC')).toBe('2026-01-02 03:04:05');
    expect(formatLocalDate(Date.UTC(10_000, 0, 1), 'UTC')).toBeNull();
    expect(formatLocalDate(Number.NaN, 'UTC')).toBeNull();
  });
});
