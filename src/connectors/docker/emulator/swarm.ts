import { hexOf } from '../../emulation/seed.ts';
import { clusterError, EngineError, type SwarmState } from './engine.ts';

/** Empty parts are left out, as Go does. */
export interface DriverSpec {
  readonly Name?: string;
  readonly Options?: Readonly<Record<string, string>>;
}

export interface StoredSecret {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly driver?: DriverSpec;
  readonly templating?: DriverSpec;
  /** Made when it is asked for, so that a large seed costs no memory; null where a driver fetches the value. */
  readonly data: () => Buffer | null;
  index: number;
  updatedAt: string;
  labels: Readonly<Record<string, string>>;
}

export type ServiceSpec = Readonly<Record<string, unknown>> & { readonly Name: string };

export interface StoredService {
  readonly id: string;
  readonly createdAt: string;
  readonly secretIds: readonly string[];
  readonly index: number;
  readonly updatedAt: string;
  readonly spec: ServiceSpec;
  readonly previousSpec?: ServiceSpec;
}

export interface SwarmEvent {
  readonly type: 'secret' | 'service';
  readonly action: 'create' | 'update' | 'remove';
  readonly id: string;
  readonly name: string;
  readonly atMs: number;
}

/** The state of one emulated cluster: what a manager's raft log holds. */
export interface Swarm {
  readonly clusterId: string;
  readonly nodeId: string;
  readonly secrets: Map<string, StoredSecret>;
  readonly services: Map<string, StoredService>;
  readonly events: readonly SwarmEvent[];
  state: SwarmState;
  /** One counter for all objects, so that a secret's own index jumps. */
  nextIndex(): number;
  /** RFC 3339 with nanoseconds, trailing zeros dropped, as Go writes it. */
  timestamp(): string;
  newId(): string;
  /** Ascending by id. */
  sortedSecrets(): readonly StoredSecret[];
  /** Whoever has this name, without regard to case. */
  secretNamed(name: string): StoredSecret | undefined;
  addSecret(secret: StoredSecret): void;
  removeSecret(secret: StoredSecret): void;
  record(event: Omit<SwarmEvent, 'atMs'>): void;
  /** Resolves with the next event. */
  nextEvent(): Promise<SwarmEvent>;
}

const MAX_EVENTS = 256;

export function createSwarm(now: () => number): Swarm {
  const byName = new Map<string, StoredSecret>();
  const events: SwarmEvent[] = [];
  const waiting = new Set<(event: SwarmEvent) => void>();
  const secrets = new Map<string, StoredSecret>();
  let index = 10;
  let ids = 0;
  let sorted: readonly StoredSecret[] | null = null;

  return {
    clusterId: objectId('cluster'),
    nodeId: objectId('node'),
    secrets,
    services: new Map(),
    events,
    state: 'active/manager',
    nextIndex() {
      index += 1;
      return index;
    },
    timestamp: () => goTime(now(), (index * 7_919) % 1_000_000),
    newId() {
      ids += 1;
      return objectId(`created:${ids}`);
    },
    sortedSecrets() {
      sorted ??= [...secrets.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
      return sorted;
    },
    secretNamed: (name) => byName.get(name.toLowerCase()),
    addSecret(secret) {
      secrets.set(secret.id, secret);
      byName.set(secret.name.toLowerCase(), secret);
      sorted = null;
    },
    removeSecret(secret) {
      secrets.delete(secret.id);
      byName.delete(secret.name.toLowerCase());
      sorted = null;
    },
    record(event) {
      const recorded = { ...event, atMs: now() };
      events.push(recorded);
      if (events.length > MAX_EVENTS) events.shift();
      for (const resolve of waiting) resolve(recorded);
      waiting.clear();
    },
    nextEvent: () => new Promise((resolve) => waiting.add(resolve)),
  };
}

/** 25 digits to the base 36 that follow from the text, like the engine's random ones. */
export function objectId(text: string): string {
  return BigInt(`0x${hexOf(`docker:${text}`, 32)}`)
    .toString(36)
    .padStart(25, '0');
}

export function goTime(ms: number, nanos: number): string {
  const [seconds = '', fraction = '000Z'] = new Date(ms).toISOString().split('.');
  const digits = `${fraction.slice(0, 3)}${String(nanos).padStart(6, '0')}`.replace(/0+$/, '');
  return digits === '' ? `${seconds}Z` : `${seconds}.${digits}Z`;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By full id, else by name without regard to case, else by a prefix of the id that only one has. */
export function lookUp<T>(kind: 'secret' | 'service', input: string, items: Iterable<[Named, T]>): T {
  const all = [...items];
  const name = input.toLowerCase();
  const exact = all.find(([{ id }]) => id === input) ?? all.find(([item]) => item.name.toLowerCase() === name);
  if (exact !== undefined) return exact[1];
  const matches = all.filter(([{ id }]) => id.startsWith(input));
  if (matches.length > 1) throw new EngineError(400, `${kind} ${input} is ambiguous (${matches.length} matches found)`);
  const [match] = matches;
  if (match === undefined) throw new EngineError(404, `${kind} ${input} not found`);
  return match[1];
}

const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/;

/** The names of secrets, as the cluster checks them. */
export function assertSecretName(name: string): void {
  if (name === '') throw clusterError(400, 'InvalidArgument', 'name must be provided');
  if (name.length <= 64 && NAME.test(name)) return;
  const text =
    'invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]';
  throw clusterError(400, 'InvalidArgument', text);
}
