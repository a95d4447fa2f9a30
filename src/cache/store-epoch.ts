import type { CacheCounters } from './counters.ts';
import type { EpochStore, SeenEpoch } from './epoch-store.ts';

/** How a store's entries came to be invalid: written here, told by another gateway, seen in Redis, told to Redis late. */
export type EpochOrigin = 'LOCAL' | 'ANNOUNCED' | 'READ' | 'REPAIRED';
export interface EpochChange {
  readonly storeId: string;
  readonly origin: EpochOrigin;
}

/** Runs `task` once after the time, unless the function that comes back is called before. */
export type Schedule = (task: () => void, delayMs: number) => () => void;

export interface EpochOptions {
  /** Null: this process is alone. */
  readonly shared: EpochStore | null;
  readonly counters: CacheCounters;
  readonly now: () => number;
  /** 0 to 1, 1 excluded. */
  readonly random: () => number;
  readonly schedule: Schedule;
  /** An epoch that was not confirmed for so long is read again before a read is answered. */
  readonly checkIntervalMs: number;
  readonly onChange: (change: EpochChange) => void;
}

export interface EpochIdentity {
  readonly storeId: string;
  /** The store's name on the channel. */
  readonly tag: string;
  /** The epoch's key in Redis. */
  readonly name: string;
}

/** The epoch of one store. An entry counts only in the epoch it was loaded in; a write begins a new one. */
export class StoreEpoch {
  readonly #options: EpochOptions;
  readonly #identity: EpochIdentity;
  /** The highest epoch known of Redis; 0 before any is. */
  #highest = 0;
  /** Whether an epoch was in Redis when it was last asked. */
  #isKnown = false;
  #checkedAt = Number.NEGATIVE_INFINITY;
  /** Invalidations asked for here, and how many of them Redis knows. Between the two it is not trusted. */
  #wanted = 0;
  #told = 0;
  #bumping = 0;
  #refreshing: Promise<void> | null = null;
  #cancelRepair: (() => void) | null = null;
  #isClosed = false;

  constructor(identity: EpochIdentity, options: EpochOptions) {
    this.#identity = identity;
    this.#options = options;
  }

  /** The epoch in this process: entries and flights carry it. */
  get current(): string {
    return `${this.#highest}.${this.#wanted}`;
  }

  /** The epoch in Redis; null while what lies there must not be trusted. */
  get shared(): number | null {
    return this.#isKnown && this.#told === this.#wanted ? this.#highest : null;
  }

  /** Reads the epoch again where that is due: repairs a missed announcement, tells Redis what it has not heard. */
  async ensureFresh(): Promise<void> {
    const { now, checkIntervalMs } = this.#options;
    const isDue = now() - this.#checkedAt >= checkIntervalMs;
    if (isDue || this.#refreshing !== null) await this.catchUp();
  }

  /** Reads the epoch now, or tells Redis what it has not heard. */
  async catchUp(): Promise<void> {
    const store = this.#options.shared;
    if (store === null || this.#isClosed) return;
    this.#refreshing ??= this.#refresh(store).finally(() => {
      this.#refreshing = null;
    });
    await this.#refreshing;
  }

  /** Redis or its channel was away: nothing known of it counts until it is read again. */
  distrust(): void {
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  /** Another gateway has begun an epoch. */
  hear(epoch: number): void {
    this.#adopt(epoch, 'ANNOUNCED');
  }

  /** Begins a new epoch: here at once, in Redis before it resolves if Redis answers, else as soon as it does. */
  async invalidate(): Promise<void> {
    const { shared, counters, onChange } = this.#options;
    this.#wanted += 1;
    counters.invalidations += 1;
    onChange({ storeId: this.#identity.storeId, origin: 'LOCAL' });
    if (shared === null || (await this.#bump(shared, 'LOCAL'))) return;
    counters.failedBumps += 1;
    this.#scheduleRepair(shared);
  }

  /** Judges what Redis said the epoch is; `asked` is `shared` at the time of asking. */
  async observe(asked: number, seen: SeenEpoch): Promise<void> {
    const store = this.#options.shared;
    if (store === null || this.#told !== this.#wanted) return;
    if (seen === 'ABSENT') await this.#seed(store);
    else if (seen === 'RUBBISH' || seen < asked) await this.#replace(store, 'READ');
    // Below what was announced while the answer travelled: it says nothing about now, so Redis is asked again.
    else if (seen < this.#highest) this.distrust();
    else this.#confirm(seen, 'READ');
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelRepair?.();
  }

  async #refresh(store: EpochStore): Promise<void> {
    this.#checkedAt = this.#options.now();
    if (this.#told !== this.#wanted) return this.#repair(store);
    const asked = this.#highest;
    const seen = await store.read(this.#identity.name);
    if (seen !== null) await this.observe(asked, seen);
  }

  /** False: Redis did not answer, so it may still hold the old epoch. */
  async #bump(store: EpochStore, origin: EpochOrigin): Promise<boolean> {
    const wanted = this.#wanted;
    this.#bumping += 1;
    const isTold = await this.#tell(store, origin);
    this.#bumping -= 1;
    if (isTold) this.#told = Math.max(this.#told, wanted);
    return isTold;
  }

  async #tell(store: EpochStore, origin: EpochOrigin): Promise<boolean> {
    const before = this.#highest;
    const epoch = await store.increment(this.#identity.name, this.#unusedEpoch());
    if (epoch === null) return false;
    // Not above what we know: Redis lost its memory (a restart from an old file), and the number was used before.
    if (epoch === 'REFUSED' || epoch <= before) return this.#replace(store, origin);
    this.#confirm(epoch, origin);
    await this.#announce(store);
    return true;
  }

  async #repair(store: EpochStore): Promise<void> {
    if (this.#isClosed || this.#told === this.#wanted || this.#bumping > 0) return;
    if (await this.#bump(store, 'REPAIRED')) this.#options.counters.repairedBumps += 1;
    else this.#scheduleRepair(store);
  }

  #scheduleRepair(store: EpochStore): void {
    if (this.#isClosed) return;
    this.#cancelRepair?.();
    const { schedule, checkIntervalMs } = this.#options;
    this.#cancelRepair = schedule(() => void this.#repair(store), checkIntervalMs);
  }

  async #seed(store: EpochStore): Promise<void> {
    this.#isKnown = false;
    const epoch = this.#unusedEpoch();
    if (await store.seed(this.#identity.name, epoch)) {
      this.#options.counters.epochResets += 1;
      this.#confirm(epoch, 'READ');
      return;
    }
    // Another gateway was faster: its number counts. Or Redis takes no writes: then nothing is trusted.
    const seen = await store.read(this.#identity.name);
    if (typeof seen === 'number' && seen >= this.#highest) this.#confirm(seen, 'READ');
  }

  async #replace(store: EpochStore, origin: EpochOrigin): Promise<boolean> {
    this.#isKnown = false;
    const epoch = this.#unusedEpoch();
    const outcome = await store.replace(this.#identity.name, epoch);
    if (outcome === null) return false;
    this.#options.counters.epochResets += 1;
    if (outcome === 'REPLACED') this.#confirm(epoch, origin);
    else this.#adopt(epoch, origin);
    await this.#announce(store);
    return true;
  }

  #announce(store: EpochStore): Promise<void> {
    return store.announce(`${this.#identity.tag} ${this.#highest}`);
  }

  #confirm(epoch: number, origin: EpochOrigin): void {
    this.#adopt(epoch, origin);
    this.#isKnown = true;
    this.#checkedAt = this.#options.now();
  }

  #adopt(epoch: number, origin: EpochOrigin): void {
    if (epoch <= this.#highest) return;
    this.#highest = epoch;
    // Of a write here it was told when it began. The first epoch ends what was loaded before Redis was there.
    if (origin !== 'LOCAL') this.#options.onChange({ storeId: this.#identity.storeId, origin });
  }

  /** A number that no gateway has used and that is above all we know: microseconds, and a random step. */
  #unusedEpoch(): number {
    const { now, random } = this.#options;
    return Math.max(now() * 1_000, this.#highest) + 1 + Math.floor(random() * 1_000);
  }
}
