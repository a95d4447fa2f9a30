import type { Instant } from '../../domain/model.ts';

/**
 * Segura writes dates as 'YYYY-MM-DD HH:MM:SS' in the vault's own time zone, which it never names.
 * @see https://docs.senhasegura.io/v3-32/docs/a2a-api-dsm (expiration_date)
 */
const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;
const DAY_MS = 86_400_000;

/** The first and last instants that the four-digit form can hold in every zone. */
const FIRST = Date.UTC(1970, 0, 2);
const LAST = Date.UTC(9999, 11, 30);

/**
 * The instant of a local date; null for '' and for what is no date. An hour that happens twice is taken as the first
 * one, an hour that is skipped as if the clock had not changed yet.
 */
export function parseLocalDate(text: string, timeZone: string): Instant | null {
  const wall = wallClock(text);
  if (wall === null) return null;
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  const readings = [before, after]
    .filter((offset) => offsetAt(wall - offset, timeZone) === offset)
    .map((offset) => wall - offset);
  return readings.length === 0 ? wall - before : Math.min(...readings);
}

/** Null outside the years that the format can hold. Parts of a second are dropped: the format has none. */
export function formatLocalDate(instant: Instant, timeZone: string): string | null {
  if (!(instant >= FIRST && instant <= LAST)) return null;
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
}

/** The date as if it were UTC; null where the calendar has no such day or time. */
function wallClock(text: string): number | null {
  const match = LOCAL_DATE.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  const same = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && wall.getUTCHours() === hour;
  return same && minute < 60 && second < 60 && year > 0 ? wall.getTime() : null;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** How far the zone's clocks are ahead of UTC at that instant, in milliseconds. */
function offsetAt(instant: Instant, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const whole = Math.floor(instant / 1000) * 1000;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(whole)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}
