import type { Instant } from '../../domain/model.ts';

/** `2026-06-25T02:11:06Z`, with a fraction of a second that may be left out. */
const LENGTH_OF_SECONDS = 19;

/**
 * The instant that a vendor's date in ISO 8601 names, cut to milliseconds; null for what is no date. The usual form, in
 * UTC, is read digit by digit: a listing has hundreds of thousands of dates, and reading them was a tenth of its cost.
 * Everything else is `Date.parse`'s business.
 */
export function parseIsoInstant(text: string): Instant | null {
  const instant = parseUsual(text) ?? Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

function parseUsual(text: string): number | null {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(10) !== T) return null;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return null;
  const milliseconds = parseFraction(text);
  const [month, day] = [pairAt(text, 5), pairAt(text, 8)];
  const [hours, minutes, seconds] = [pairAt(text, 11), pairAt(text, 14), pairAt(text, 17)];
  const year = pairAt(text, 0) * 100 + pairAt(text, 2);
  // A day that not every month has is left to Date.parse, and so is the end of a day written as 24:00.
  const isUsual = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hours <= 23;
  if (!isUsual || !(minutes <= 59 && seconds <= 59) || milliseconds === null) return null;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds);
}

/** Milliseconds behind the seconds, up to the Z that ends the text; null where it does not end like that. */
function parseFraction(text: string): number | null {
  const end = text.length - 1;
  if (text.charCodeAt(end) !== Z) return null;
  if (end === LENGTH_OF_SECONDS) return 0;
  if (text.charCodeAt(LENGTH_OF_SECONDS) !== POINT || end === LENGTH_OF_SECONDS + 1) return null;
  let milliseconds = 0;
  let weight = 100;
  for (let index = LENGTH_OF_SECONDS + 1; index < end; index += 1) {
    const digit = digitAt(text, index);
    if (Number.isNaN(digit)) return null;
    milliseconds += digit * Math.floor(weight);
    weight /= 10;
  }
  return milliseconds;
}

const [DASH, COLON, POINT, T, Z, ZERO] = [45, 58, 46, 84, 90, 48];

function pairAt(text: string, index: number): number {
  return digitAt(text, index) * 10 + digitAt(text, index + 1);
}

/** NaN for what is no digit: it fails every comparison that follows. */
function digitAt(text: string, index: number): number {
  const digit = text.charCodeAt(index) - (ZERO ?? 0);
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}
