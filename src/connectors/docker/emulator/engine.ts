import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import { CERTIFICATES_EXPIRED, LOCKED, NOT_IN_SWARM, WORKER } from '../messages.ts';

/**
 * Which engine is played. `modern` stands for what changed between 20.10 and today's sources: the `Swarm` header of
 * a ping, the status of a malformed filter, how bodies are read.
 */
export interface EngineProfile {
  readonly version: string;
  readonly apiVersion: string;
  readonly minApiVersion: string;
  readonly modern: boolean;
}

export const ENGINES = {
  '20.10': { version: '20.10.24+dfsg1', apiVersion: '1.41', minApiVersion: '1.12', modern: false },
  '28.0': { version: '28.0.4', apiVersion: '1.48', minApiVersion: '1.24', modern: true },
  '29.0': { version: '29.0.4', apiVersion: '1.52', minApiVersion: '1.44', modern: true },
} as const satisfies Record<string, EngineProfile>;

export type EngineName = keyof typeof ENGINES;

/** What the node is to its swarm, in the words of the `Swarm` header of a ping. */
export type SwarmState = 'active/manager' | 'active/worker' | 'inactive' | 'locked' | 'error';

const REFUSALS: Readonly<Record<SwarmState, string | null>> = {
  'active/manager': null,
  'active/worker': WORKER,
  inactive: NOT_IN_SWARM,
  locked: LOCKED,
  error: CERTIFICATES_EXPIRED,
};

/** What a handler works with: the request, the version it was asked in, the engine that is played. */
export interface EngineRequest extends EmulatedRequest {
  readonly profile: EngineProfile;
  readonly apiVersion: string;
  /** What the path's groups matched, decoded. */
  readonly parts: readonly string[];
}

/** A refusal as the engine words it. */
export class EngineError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A refusal that came over gRPC from the cluster and shows it. */
export function clusterError(status: number, code: string, text: string): EngineError {
  return new EngineError(status, `rpc error: code = ${code} desc = ${text}`);
}

export function assertManager(state: SwarmState): void {
  const refusal = REFUSALS[state];
  if (refusal !== null) throw new EngineError(503, refusal);
}

/** JSON as Go's encoder ends it, with the headers that every answer of an engine carries. */
export function json(profile: EngineProfile, status: number, body: unknown): EmulatedAnswer {
  const headers = { ...commonHeaders(profile), 'content-type': 'application/json' };
  return { status, headers, body: `${JSON.stringify(body)}\n` };
}

export function empty(profile: EngineProfile, status: number): EmulatedAnswer {
  return { status, headers: commonHeaders(profile) };
}

export function commonHeaders(profile: EngineProfile): Record<string, string> {
  return {
    'api-version': profile.apiVersion,
    'docker-experimental': 'false',
    ostype: 'linux',
    server: `Docker/${profile.version} (linux)`,
  };
}

/** Whether `left` is an older API version than `right`. */
export function isOlder(left: string, right: string): boolean {
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
  return leftMajor === rightMajor ? leftMinor < rightMinor : leftMajor < rightMajor;
}
