/** What every provider's emulator offers to the sandbox, the tests and the benchmark. */
export interface Emulator {
  /** Where clients reach it: 'http://127.0.0.1:4101', 'https://…/v3'. */
  readonly url: string;
  /** An entry of `stores:` in the configuration that reaches it, without `name` (endpoint, credentials, settings). */
  readonly storeConfig: Readonly<Record<string, unknown>>;
  /** How many secrets and groups it was seeded with. */
  readonly seeded: { readonly groups: number; readonly secrets: number };
  /** Every request it has received since the last `clearRequests`, oldest first. */
  requests(): readonly RecordedRequest[];
  clearRequests(): void;
  /** Applies to all following requests until changed; null ends it. */
  setFault(fault: Fault | null): void;
  /** Every plaintext value it holds now, including earlier versions: what a leak test looks for. */
  values(): readonly string[];
  close(): Promise<void>;
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  readonly status: number;
}

/** How an emulator misbehaves on purpose. `match` limits it to requests whose `METHOD /path` it matches. */
export interface Fault {
  readonly match?: RegExp;
  /** Answers after this long. */
  readonly delayMs?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Answers this instead, with `body` (default: the text 'fault'). The request has no effect. */
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Has its effect, then cuts the connection before the answer: 'before' its head, 'middle' of its body. */
  readonly cut?: 'before' | 'middle';
  /** Has its effect, then answers 200 with JSON that is cut short. */
  readonly truncate?: boolean;
  /** Ends by itself after so many matching requests. */
  readonly times?: number;
}

export interface EmulatorOptions {
  readonly host?: string;
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** About how many secrets to seed. */
  readonly secrets: number;
  /** Epoch milliseconds; the seeded dates lie before it. */
  readonly now: () => number;
  /** A folder of its own for files that clients need (certificates); the caller removes it. */
  readonly directory: string;
}

export interface EmulatorModule {
  readonly startEmulator: (options: EmulatorOptions) => Promise<Emulator>;
}
