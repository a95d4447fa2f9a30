import { hexOf } from '../../emulation/seed.ts';
import type { GatewayErrorCode, ServiceErrorCode, Stage } from '../documented.ts';
import { chainOfSeed, type SeedFacts } from './seeded.ts';

/** The emulated account: mutable, in memory, the same on every start. */
export interface World {
  readonly now: () => number;
  readonly secrets: Map<string, EmulatedSecret>;
  /** A name belongs to one secret. */
  readonly names: Set<string>;
  readonly triggers: readonly EmulatedTrigger[];
  readonly keys: readonly EmulatedKey[];
  /** Numbers whatever is made while it runs: ids follow from it, not from chance. */
  made: number;
}

export type UpstreamStatus = 'ENABLE' | 'DISABLE' | 'REVOKE' | 'ROTATING';

/** JSON text of each slot; empty text where there is none. */
export type Chain = Record<Stage, string>;

export interface EmulatedSecret {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly registerDate: number;
  updateDate: number;
  status: UpstreamStatus;
  memo: string;
  expectedDestroyDate: number | null;
  automatic: boolean;
  periodDays: number | null;
  nextRotationDate: number | null;
  lastRotationDate: number | null;
  lastRotationResultId: string | null;
  triggerId: string | null;
  recentlyExecutedAction: string | null;
  protectionKey: { type: string; kmsKeyTag: string; boundary: string };
  /** Null: still what it was seeded with, computed when somebody looks. */
  chain: Chain | null;
  rotationTargets: readonly string[];
  readonly seed: SeedFacts | null;
  job: RotationJob | null;
  readonly logs: LogEntry[];
}

export interface RotationJob {
  readonly token: string;
  /** Who answers for the function behind the trigger: the emulator itself, or a client that took over with `start`. */
  runner: 'function' | 'client';
  state: 'RUNNING' | 'FAILED' | 'DONE' | 'CANCELLED';
  /** When the emulator's own function will have finished. */
  readonly dueAt: number;
}

interface LogEntry {
  readonly timestamp: number;
  readonly action: string;
  readonly message: string;
  readonly jobToken?: string;
}

export interface EmulatedTrigger {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly pageUrl: string;
  readonly platform: string;
  readonly region: string;
  readonly actions: readonly { readonly name: string; readonly description: string }[];
}

export interface EmulatedKey {
  readonly keyId: number;
  readonly keyTag: string;
  readonly keyName: string;
  readonly keyStatus: 'ENABLE' | 'DISABLE';
  readonly keyType: 'AES256' | 'RSA2048';
  readonly kmsBoundaryType: 'GLOBAL' | 'ISOLATED';
}

/** Ends a request with one of the documented errors. */
export class Refusal extends Error {
  readonly code: ServiceErrorCode | GatewayErrorCode;
  readonly details: string | undefined;

  constructor(code: ServiceErrorCode | GatewayErrorCode, details?: string) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function chainOf(secret: EmulatedSecret): Chain {
  secret.chain ??= secret.seed === null ? { ACTIVE: '', PREVIOUS: '', PENDING: '' } : chainOfSeed(secret.seed);
  return secret.chain;
}

/** What a look into the secret finds, without keeping what was only computed for the look. */
export function peekChain(secret: EmulatedSecret): Chain {
  if (secret.chain !== null) return secret.chain;
  return secret.seed === null ? { ACTIVE: '', PREVIOUS: '', PENDING: '' } : chainOfSeed(secret.seed);
}

/** A new opaque id or token of 64 hexadecimal digits. */
export function makeId(world: World, kind: string): string {
  world.made += 1;
  return hexOf(`ncloud:made:${kind}:${world.made}`, 64);
}

export function touch(world: World, secret: EmulatedSecret, action: string, jobToken?: string): void {
  secret.updateDate = world.now();
  log(world, secret, action, jobToken);
}

export function log(world: World, secret: EmulatedSecret, action: string, jobToken?: string): void {
  secret.logs.push({
    timestamp: world.now(),
    action,
    message: `${action} ${secret.name}`,
    ...(jobToken === undefined ? {} : { jobToken }),
  });
}
