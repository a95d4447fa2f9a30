import type { Schedule } from '../cache/store-epoch.ts';
import type { DetailField, Instant, Secret, Usage } from '../domain/model.ts';
import { Filling } from './filling.ts';
import type { Metadata, Read } from './metadata.ts';
import { isVisible, type Sight } from './sight.ts';
import { type Freshness, type Snapshot, withSecrets } from './snapshot.ts';
import { SecretPacker } from './table/pack.ts';
import { plainSecret, SecretView } from './table/secret-view.ts';

export interface DetailsOptions {
  readonly metadata: Pick<Metadata, 'getDetails' | 'getUsage'>;
  /** How long one list waits for details. What is there then is shown, and the rest goes on being loaded. */
  readonly waitMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly schedule: Schedule;
}

interface Request {
  readonly snapshot: Snapshot;
  readonly freshness: Freshness;
  /** Of the snapshot: details are asked for only of what the viewer may see. */
  readonly sight: Sight;
  /** What a filter or an order looks at and the store's listing lacks. */
  readonly missing: readonly DetailField[];
  readonly signal: AbortSignal;
}

interface Completed {
  /** With other names to decide on, perhaps: what details tell may be of another moment than the listing. */
  readonly snapshot: Snapshot;
  readonly isStale: boolean;
}

/**
 * Fills in what a store's listing lacks: details once for each secret (bounded and cached), usage once for the store.
 * A list waits for them a while and no longer; loading goes on behind it, so that a later one finds them.
 */
export interface Details {
  readonly complete: (request: Request) => Promise<Completed>;
}

export function createDetails(options: DetailsOptions): Details {
  const bySnapshot = new WeakMap<Snapshot, Completion>();
  /** The latest of each store: the one before it has nobody left to load for. */
  const latest = new Map<string, Completion>();
  const completionOf = (snapshot: Snapshot, { fetchedAt }: Freshness): Completion => {
    const known = bySnapshot.get(snapshot);
    if (known !== undefined) return known;
    const completion = new Completion(snapshot, fetchedAt, options);
    latest.get(snapshot.store.id)?.stop();
    latest.set(snapshot.store.id, completion);
    bySnapshot.set(snapshot, completion);
    return completion;
  };
  return {
    async complete({ snapshot, freshness, sight, missing, signal }) {
      const completion = completionOf(snapshot, freshness);
      completion.want(missing, sight);
      if (!completion.isSettled) await atMost(options, signal, completion.settled());
      return { snapshot: completion.snapshot(), isStale: completion.isStale };
    },
  };
}

/** Which of the fields are not known of some secret that may be seen. */
export function fieldsMissing(
  { columns }: Snapshot,
  sight: Sight,
  fields: readonly DetailField[],
): readonly DetailField[] {
  const { list, placeOf } = columns.valuesOf('incomplete');
  return fields.filter((field) => {
    const lacking = list.map((incomplete) => incomplete.includes(field));
    if (!lacking.includes(true)) return false;
    for (let row = 0; row < columns.count; row += 1) {
      if (isVisible(sight, row) && lacking[placeOf(row)] === true) return true;
    }
    return false;
  });
}

/** Details that are asked for together: enough to keep every connection of a store busy. */
const DETAILS_BATCH = 256;

/** One listing on its way to being complete. */
class Completion {
  readonly #listed: Snapshot;
  readonly #listedAt: Instant;
  readonly #view: SecretView;
  readonly #details: Filling<Read<Secret>>;
  readonly #usage: Filling<{ readonly usage: Usage | null }>;
  #merged: { readonly snapshot: Snapshot; readonly known: number };
  #isStale = false;

  constructor(listed: Snapshot, listedAt: Instant, { metadata, now }: DetailsOptions) {
    const { store } = listed;
    const secretsOf = (rows: readonly number[]) => rows.map((row) => this.#secretAt(row));
    this.#listed = listed;
    this.#listedAt = listedAt;
    this.#merged = { snapshot: listed, known: 0 };
    this.#view = new SecretView(listed.columns, { hidesGroup: () => false, hidesCreator: () => false }, 0);
    this.#details = new Filling({
      load: async (rows, signal) => {
        const items = await metadata.getDetails(store, secretsOf(rows), signal);
        this.#isStale ||= items.some((item) => 'freshness' in item && item.freshness.stale);
        return items;
      },
      batch: DETAILS_BATCH,
      now,
    });
    this.#usage = new Filling({
      load: async (rows, signal) => {
        const items = await metadata.getUsage(store, secretsOf(rows), signal);
        return items.map((item) => (item instanceof Error ? item : { usage: item }));
      },
      batch: Number.MAX_SAFE_INTEGER,
      now,
    });
  }

  want(missing: readonly DetailField[], sight: Sight): void {
    const visible = this.#rowsLacking(missing, sight);
    if (missing.some((field) => field !== 'usage' && field !== 'versions')) this.#details.want(visible);
    if (missing.includes('usage')) this.#usage.want(visible);
  }

  async settled(): Promise<void> {
    await Promise.all([this.#details.settled(), this.#usage.settled()]);
  }

  get isSettled(): boolean {
    return this.#details.isSettled && this.#usage.isSettled;
  }

  get isStale(): boolean {
    return this.#isStale;
  }

  stop(): void {
    this.#details.stop();
    this.#usage.stop();
  }

  /** The listing with what is known so far. */
  snapshot(): Snapshot {
    const known = this.#details.known.size + this.#usage.known.size;
    if (known === this.#merged.known) return this.#merged.snapshot;
    const packer = new SecretPacker();
    for (let row = 0; row < this.#listed.columns.count; row += 1) packer.add(this.#completeAt(row));
    this.#merged = { snapshot: withSecrets(this.#listed, packer.finish()), known };
    return this.#merged.snapshot;
  }

  #rowsLacking(missing: readonly DetailField[], sight: Sight): readonly number[] {
    const { count, incomplete } = this.#listed.columns;
    const rows: number[] = [];
    for (let row = 0; row < count; row += 1) {
      if (isVisible(sight, row) && incomplete(row).some((field) => missing.includes(field))) rows.push(row);
    }
    return rows;
  }

  #secretAt(row: number): Secret {
    this.#view.row = row;
    return plainSecret(this.#view);
  }

  #completeAt(row: number): Secret {
    const listed = this.#secretAt(row);
    const read = this.#details.known.get(row);
    const detailed = read === undefined ? listed : merge(listed, read, this.#listedAt);
    const usage = this.#usage.known.get(row);
    if (usage === undefined) return detailed;
    return { ...detailed, ...usage, incomplete: detailed.incomplete.filter((field) => field !== 'usage') };
  }
}

/**
 * Details that are newer than the listing stand for the secret as a whole. Older ones only fill in what the listing
 * lacks: a status that the listing knows is never shown as it was before.
 */
function merge(listed: Secret, { value, freshness }: Read<Secret>, listedAt: Instant): Secret {
  if (freshness.fetchedAt >= listedAt) return value;
  const filled = Object.fromEntries(listed.incomplete.map((field) => [field, value[field]]));
  return { ...listed, ...filled, incomplete: value.incomplete };
}

/** Resolves when the work is done, the time is over or nobody waits any more, whichever is first. */
async function atMost(
  { waitMs, schedule }: Pick<DetailsOptions, 'waitMs' | 'schedule'>,
  signal: AbortSignal,
  work: Promise<void>,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = schedule(resolve, waitMs);
  const leave = () => resolve();
  signal.addEventListener('abort', leave, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    cancel();
    signal.removeEventListener('abort', leave);
  }
}
