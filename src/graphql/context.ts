import type { AuditActor } from '../audit/event.ts';
import type { AuditRecorder } from '../audit/recorder.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Metadata } from '../catalog/metadata.ts';
import type { OpenStore } from '../catalog/store.ts';
import type { StoreResult } from '../catalog/store-result.ts';
import type { Viewer } from '../catalog/viewer.ts';
import type { Sealer } from '../domain/sealing.ts';
import type { Loaders } from '../loaders/loaders.ts';
import type { Principal } from '../policy/principal.ts';
import type { RevealBudget } from '../policy/reveal-budget.ts';
import type { StoreHealth } from '../telemetry/store-health.ts';

/** What all requests share. */
export interface Services {
  readonly stores: readonly OpenStore[];
  readonly catalog: Catalog;
  readonly metadata: Metadata;
  readonly audit: AuditRecorder;
  readonly revealBudget: RevealBudget;
  readonly sealer: Sealer;
  readonly healthOf: (store: OpenStore) => StoreHealth;
  /** The upstream's own version, asked for once and remembered; null while it cannot be had. */
  readonly apiVersionOf: (store: OpenStore, signal: AbortSignal) => Promise<string | null>;
  /** Told of faults of our own: where they came from may be logged, never their message. */
  readonly onUnexpected: (error: unknown) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long a write may take, without what it was asked to wait. */
  readonly writeTimeoutMs: number;
}

/** What one request knows: who asks, what they may, and how long it may take. */
export interface GraphContext {
  readonly services: Services;
  readonly principal: Principal;
  readonly viewer: Viewer;
  /** The operation's name and hash are filled in once it is known. */
  readonly actor: AuditActor;
  readonly loaders: Loaders;
  /** Stores whose part of the answer is missing or incomplete: `extensions.partial`. */
  readonly shortfalls: StoreResult[];
  /** Codes of the errors in the answer, filled in at its end. */
  readonly errorCodes: string[];
  /** What the server knew when the request came in, for the lines it logs at the end. */
  readonly requestId: string;
}
