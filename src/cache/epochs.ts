import type { CacheCounters } from './counters.ts';
import { type EpochStore, parseEpoch, type SeenEpoch } from './epoch-store.ts';
import { type Names, storeTag } from './names.ts';

/** How a store's entries came to be invalid: written here, told by another gateway, seen in Redis, told to Redis late. */
export type EpochOrigin = 'LOCAL' | 'ANNOUNCED' | 'READ' | 'REPAIRED';
export interface EpochChange {
  readonly storeId: string;
  readonly origin: EpochOrigin;
}

/** Runs `task` once after the time, unless the function that comes back is called before. */
export type Schedule = (task: () => void, delayMs: number) => () => void;

export interface EpochsOptions {
  readonly storeIds: readonly string[];
  /** Null: this process is alone. */
  readonly shared: EpochStore | null;
  readonly names: Names;
  readonly counters: CacheCounters;
  readonly now: () => number;
  /** 0 to 1, 1 excluded. */
  readonly random: () => number;
  readonly schedule: Schedule;
  /** An epoch that was not confirmed for so long is read again before a read is answered. */
  readonly checkIntervalMs: number;
  readonly onChange: (change: EpochChange) => void;
}

/** The epoch of each store. An entry counts only in the epoch it was loaded in; a write begins a new one. */
export interface Epochs {
  /** Of this process: entries and flights carry it. */
  current(storeId: string): string;
  /** The epoch in Redis; null while what lies there must not be trusted. */
  shared(storeId: string): number | null;
  /** Reads the epoch again where that is due: repairs a missed announcement, tells Redis what it has not heard. */
  ensureFresh(storeId: string): Promise<void>;
  /** Judges what Redis said the epoch is; `asked` is `shared()` at the time of asking. */
  observe(storeId: string, asked: number, seen: SeenEpoch): Promise<void>;
  /** Begins a new epoch: here at once, in Redis before it resolves if Redis answers, else as soon as it does. */
  invalidate(storeId: string): Promise<void>;
  /** A message of the channel. */
  hear(message: string): void;
  /** Redis or its channel was away: nothing known of it counts until it is read again. */
  distrust(): void;
  /** Reads every epoch now, and tells Redis what it has not heard. */
  catchUp(): Promise<void>;
  close(): void;
}

interface State {
  readonly storeId: string;
  readonly tag: string;
  readonly name: string;
  /** The highest epoch known of Redis; 0 before any is. */
  highest: number;
  /** Whether `highest` was in Redis when it was last asked. */
  known: boolean;
  checkedAt: number;
  /** Invalidations asked for here, and how many of them Redis knows. Between the two it is not trusted. */
  wanted: number;
  told: number;
  /** Bumps under way. */
  bumping: number;
  refreshing: Promise<void> | null;
  cancelRepair: (() => void) | null;
}

export function createEpochs(options: EpochsOptions): Epochs {
  const { shared, counters, now, onChange } = options;
  const states = new Map(options.storeIds.map((storeId) => [storeId, createState(storeId, options.names)]));
  const statesByTag = new Map([...states.values()].map((state) => [state.tag, state]));
  let closed = false;

  const stateOf = (storeId: string): State => {
    const state = states.get(storeId);
    if (state === undefined) throw new TypeError('The cache was not made for this store.');
    return state;
  };

  /** A number that no gateway used before and that is above all we know: microseconds, or a random step. */
  const unusedEpoch = (state: State): number =>
    Math.max(now() * 1_000, state.highest) + 1 + Math.floor(options.random() * 1_000);

  const adopt = (state: State, epoch: number, origin: EpochOrigin): void => {
    if (epoch <= state.highest) return;
    const isChange = state.highest !== 0 && origin !== 'LOCAL';
    state.highest = epoch;
    if (isChange) onChange({ storeId: state.storeId, origin });
  };

  const confirm = (state: State, epoch: number, origin: EpochOrigin): void => {
    adopt(state, epoch, origin);
    state.known = true;
    state.checkedAt = now();
  };

  const announce = (store: EpochStore, state: State): Promise<void> => store.announce(`${state.tag} ${state.highest}`);

  /** False: Redis did not answer, so it may still hold the old epoch. */
  const replace = async (store: EpochStore, state: State, origin: EpochOrigin): Promise<boolean> => {
    state.known = false;
    const epoch = unusedEpoch(state);
    const outcome = await store.replace(state.name, epoch);
    if (outcome === null) return false;
    counters.epochResets += 1;
    if (outcome === 'REPLACED') confirm(state, epoch, origin);
    else adopt(state, epoch, origin);
    await announce(store, state);
    return true;
  };

  const tell = async (store: EpochStore, state: State, origin: EpochOrigin): Promise<boolean> => {
    const before = state.highest;
    const epoch = await store.increment(state.name, unusedEpoch(state));
    if (epoch === null) return false;
    // Not above what we know: Redis lost its memory (a restart from an old file), and the number was used before.
    if (epoch === 'REFUSED' || epoch <= before) return replace(store, state, origin);
    confirm(state, epoch, origin);
    await announce(store, state);
    return true;
  };

  const bump = async (store: EpochStore, state: State, origin: EpochOrigin): Promise<boolean> => {
    const { wanted } = state;
    state.bumping += 1;
    try {
      const isTold = await tell(store, state, origin);
      if (isTold) state.told = Math.max(state.told, wanted);
      return isTold;
    } finally {
      state.bumping -= 1;
    }
  };

  const repair = async (store: EpochStore, state: State): Promise<void> => {
    if (closed || state.told === state.wanted || state.bumping > 0) return;
    const isTold = await bump(store, state, 'REPAIRED');
    if (isTold) counters.repairedBumps += 1;
    else scheduleRepair(store, state);
  };

  const scheduleRepair = (store: EpochStore, state: State): void => {
    if (closed) return;
    state.cancelRepair?.();
    state.cancelRepair = options.schedule(() => void repair(store, state), options.checkIntervalMs);
  };

  const observe = async (store: EpochStore, state: State, asked: number, seen: SeenEpoch): Promise<void> => {
    if (state.told !== state.wanted) return;
    if (seen === 'ABSENT') return seed(store, state);
    if (seen === 'RUBBISH' || seen < asked) {
      await replace(store, state, 'READ');
      return;
    }
    // Below what was announced while the answer travelled: neither old nor new, so it is asked again.
    if (seen < state.highest) state.checkedAt = Number.NEGATIVE_INFINITY;
    else confirm(state, seen, 'READ');
  };

  const seed = async (store: EpochStore, state: State): Promise<void> => {
    state.known = false;
    const epoch = unusedEpoch(state);
    if (await store.seed(state.name, epoch)) {
      counters.epochResets += 1;
      confirm(state, epoch, 'READ');
      return;
    }
    // Another gateway was faster, and then the next answer is a number; or something lies there that GET cannot read.
    const seen = await store.read(state.name);
    if (typeof seen === 'number' && seen >= state.highest) confirm(state, seen, 'READ');
  };

  const refresh = async (store: EpochStore, state: State): Promise<void> => {
    state.checkedAt = now();
    if (state.told !== state.wanted) return repair(store, state);
    const asked = state.highest;
    const seen = await store.read(state.name);
    if (seen !== null) await observe(store, state, asked, seen);
  };

  const refreshOnce = (store: EpochStore, state: State): Promise<void> => {
    state.refreshing ??= refresh(store, state).finally(() => {
      state.refreshing = null;
    });
    return state.refreshing;
  };

  return {
    current: (storeId) => {
      const state = stateOf(storeId);
      return `${state.highest}.${state.wanted}`;
    },
    shared: (storeId) => {
      const state = stateOf(storeId);
      return shared !== null && state.known && state.told === state.wanted ? state.highest : null;
    },
    ensureFresh: async (storeId) => {
      const state = stateOf(storeId);
      if (shared !== null && now() - state.checkedAt >= options.checkIntervalMs) await refreshOnce(shared, state);
    },
    observe: async (storeId, asked, seen) => {
      if (shared !== null) await observe(shared, stateOf(storeId), asked, seen);
    },
    invalidate: async (storeId) => {
      const state = stateOf(storeId);
      state.wanted += 1;
      counters.invalidations += 1;
      onChange({ storeId, origin: 'LOCAL' });
      if (shared === null || (await bump(shared, state, 'LOCAL'))) return;
      counters.failedBumps += 1;
      scheduleRepair(shared, state);
    },
    hear: (message) => {
      const [, tag = '', digits = ''] = /^([0-9a-f]{32}) (\d{1,16})$/.exec(message) ?? [];
      const state = statesByTag.get(tag);
      const epoch = parseEpoch(digits, now());
      if (typeof epoch !== 'number') counters.rubbishMessages += 1;
      // Another gateway's store that is not ours is no fault.
      else if (state !== undefined) adopt(state, epoch, 'ANNOUNCED');
    },
    distrust: () => {
      for (const state of states.values()) state.checkedAt = Number.NEGATIVE_INFINITY;
    },
    catchUp: async () => {
      if (shared === null) return;
      await Promise.all([...states.values()].map((state) => refreshOnce(shared, state)));
    },
    close: () => {
      closed = true;
      for (const state of states.values()) state.cancelRepair?.();
    },
  };
}

function createState(storeId: string, names: Names): State {
  return {
    storeId,
    tag: storeTag(storeId),
    name: names.epoch(storeId),
    highest: 0,
    known: false,
    checkedAt: Number.NEGATIVE_INFINITY,
    wanted: 0,
    told: 0,
    bumping: 0,
    refreshing: null,
    cancelRepair: null,
  };
}
