import { timingSafeEqual } from 'node:crypto';
import type { EmulatedRequest } from '../../emulation/server.ts';
import { signatureOf } from '../auth.ts';
import type { NcloudCredentials } from '../config.ts';
import { Refusal } from './world.ts';

/** On the ocapi hosts the service lies below this prefix, which is part of the signed path; elsewhere at the root. */
const PREFIX = '/secretmanager';
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** The gateway's own limit is not documented; its error is. */
const MAX_BODY_BYTES = 1_000_000;

export interface Route<Handler> {
  readonly method: string;
  /** `:name` takes one segment; literal segments win where they are listed first. */
  readonly path: readonly string[];
  readonly handler: Handler;
}

interface Match<Handler> {
  readonly handler: Handler;
  readonly parts: Readonly<Record<string, string>>;
}

/** 300 "URL not found" where no operation of the service has this method and path. */
export function findRoute<Handler>(routes: readonly Route<Handler>[], request: EmulatedRequest): Match<Handler> {
  const path = request.path.startsWith(`${PREFIX}/`) ? request.path.slice(PREFIX.length) : request.path;
  const segments = path.split('/').slice(1);
  for (const route of routes) {
    if (route.method !== request.method || route.path.length !== segments.length) continue;
    const parts = matchSegments(route.path, segments);
    if (parts !== null) return { handler: route.handler, parts };
  }
  throw new Refusal('300', 'URL not found.');
}

/** Key, clock and signature over the request line as it was received; the body is not signed. */
export function authenticate(request: EmulatedRequest, credentials: NcloudCredentials, now: number): void {
  const timestamp = header(request, 'x-ncp-apigw-timestamp');
  const accessKey = header(request, 'x-ncp-iam-access-key');
  const signature = header(request, 'x-ncp-apigw-signature-v2');
  const expected = signatureOf(
    { method: request.method, path: request.target, timestamp, accessKey },
    credentials.secretKey,
  );
  const inTime = /^\d+$/.test(timestamp) && Math.abs(now - Number(timestamp)) <= CLOCK_TOLERANCE_MS;
  if (!inTime || accessKey !== credentials.accessKey || !sameText(signature, expected)) {
    throw new Refusal('200', 'Invalid authentication information.');
  }
}

export function limitBody(request: EmulatedRequest): void {
  if (request.body.length > MAX_BODY_BYTES) throw new Refusal('430');
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const parts: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith(':')) {
      const decoded = decode(segment);
      if (decoded === null || decoded === '') return null;
      parts[expected.slice(1)] = decoded;
    } else if (expected !== segment) {
      return null;
    }
  }
  return parts;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function header(request: EmulatedRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
