import type { EmulatedRequest } from '../../emulation/server.ts';
import {
  DEFAULT_PERIOD_DAYS,
  MAX_MEMO_BYTES,
  MAX_PAIRS,
  MAX_PERIOD_DAYS,
  MAX_VALUE_BYTES,
  MIN_PERIOD_DAYS,
  PROTECTION_KEY_TYPES,
  utf8Length,
} from '../limits.ts';
import { Refusal, type World } from './world.ts';

export type Body = Readonly<Record<string, unknown>>;

/** The service's own checks of what it is sent: 400 INVALID_REQUEST, with the name of the field in `details`. */
export function invalid(field: string): Refusal {
  return new Refusal('INVALID_REQUEST', field);
}

export function bodyOf(request: EmulatedRequest): Body {
  if (request.body.length === 0) return {};
  const parsed = parse(request.body.toString('utf8'));
  if (!isObject(parsed)) throw invalid('body');
  return parsed;
}

/** The text of a JSON object of 1 to 100 pairs. */
export function valueIn(body: Body, field: string): string {
  const text = body[field];
  if (typeof text !== 'string' || utf8Length(text) > MAX_VALUE_BYTES) throw invalid(field);
  const pairs = parse(text);
  const count = isObject(pairs) ? Object.keys(pairs).length : 0;
  if (count < 1 || count > MAX_PAIRS) throw invalid(field);
  return text;
}

export function keysOf(value: string): readonly string[] {
  const pairs = parse(value);
  return isObject(pairs) ? Object.keys(pairs) : [];
}

export function pairsOf(value: string): Readonly<Record<string, unknown>> {
  const pairs = parse(value);
  return isObject(pairs) ? pairs : {};
}

export function memoIn(body: Body, required: boolean): string {
  const { memo } = body;
  if (memo === undefined && !required) return '';
  if (typeof memo !== 'string' || utf8Length(memo) > MAX_MEMO_BYTES) throw invalid('memo');
  return memo;
}

export function periodIn(body: Body, field: string, required: boolean): number {
  const period = body[field];
  if (period === undefined && !required) return DEFAULT_PERIOD_DAYS;
  if (typeof period !== 'number' || !Number.isInteger(period)) throw invalid(field);
  if (period < MIN_PERIOD_DAYS || period > MAX_PERIOD_DAYS) throw invalid(field);
  return period;
}

export function triggerIn(world: World, body: Body): string {
  const trigger = world.triggers.find(({ id }) => id === body.triggerId);
  if (trigger === undefined) throw invalid('triggerId');
  return trigger.id;
}

/** `boundaries` that may be named; where one is required, leaving it out is refused. */
export function protectionKeyIn(
  world: World,
  body: Body,
  rule: { readonly boundaries: readonly string[]; readonly required: boolean },
): { type: string; kmsKeyTag: string; boundary: string } {
  const { protectionKeyType: type, kmsKeyTag, kmsBoundaryType } = body;
  if (typeof type !== 'string' || !PROTECTION_KEY_TYPES.some((known) => known === type)) {
    throw invalid('protectionKeyType');
  }
  if (kmsBoundaryType === undefined ? rule.required : !rule.boundaries.includes(String(kmsBoundaryType))) {
    throw invalid('kmsBoundaryType');
  }
  const boundary = typeof kmsBoundaryType === 'string' ? kmsBoundaryType : 'ISOLATED';
  if (type === 'DEFAULT') return { type, kmsKeyTag: '', boundary };
  const key = world.keys.find(({ keyTag }) => keyTag !== '' && keyTag === kmsKeyTag);
  if (key === undefined || key.keyStatus !== 'ENABLE') throw invalid('kmsKeyTag');
  return { type, kmsKeyTag: key.keyTag, boundary };
}

/** A number in the query; what is not one is refused. */
export function numberIn(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d{1,16}$/.test(text)) throw invalid(name);
  return Number(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
