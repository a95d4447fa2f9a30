import type { z } from 'zod';
import type { Connector, NativeInputVerb, ProviderFacts } from '../domain/connector.ts';
import type { EmulatorModule } from './emulation/emulator.ts';
import type { UpstreamCallRecord } from './http/upstream.ts';

/** A store's part of the configuration, checked, with its defaults filled in. */
export interface StoreSettings<Credentials, Settings> {
  /** What people call it. */
  readonly name: string;
  /** What global ids and policies' resources call it: the name unless pinned. */
  readonly id: string;
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** The provider's own keys. */
  readonly settings: Settings;
  /** PEM file of the authority that signed the endpoint's certificate, where it is not a public one. */
  readonly caFile?: string | undefined;
  readonly allowPrivateNetwork: boolean;
  readonly timeoutMs: number;
  readonly connections: number;
  readonly maxBodyBytes: number;
}

/** What a connector may use of the process: handed in, so that tests can hold the clock. */
export interface ConnectorIo {
  readonly onCall?: (record: UpstreamCallRecord) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Resolves after the time, rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface ProviderOptions<Credentials extends z.ZodType, Settings extends z.ZodObject> extends ProviderFacts {
  readonly configuration: {
    /** Schemes an endpoint of this provider may have, as written: 'https', 'http', 'unix', 'tcp'. http is for loopback. */
    readonly schemes: readonly ('https' | 'http' | 'unix' | 'tcp')[];
    /** Strict: an unknown key is a fault. Where nothing is needed: an empty strict object with a default. */
    readonly credentials: Credentials;
    readonly settings: Settings;
  };
  /** Strict schemas of the native shapes by GraphQL type name: what the cache lets in of this provider. */
  readonly nativeShapes: Readonly<Record<string, z.ZodType>>;
  /** The member of each native input, and the schema that checks it after GraphQL has: throws badInput. */
  readonly nativeInputs: Readonly<Partial<Record<NativeInputVerb, z.ZodType>>>;
  readonly open: (settings: StoreSettings<z.output<Credentials>, z.output<Settings>>, io: ConnectorIo) => Connector;
  /** Loaded only by the sandbox and the tests. */
  readonly emulator: () => Promise<EmulatorModule>;
}

/** A provider as the registry lists it. The word in the configuration is `provider` in lower case. */
export interface ProviderDefinition extends Omit<ProviderOptions<z.ZodType, z.ZodObject>, 'open'> {
  readonly open: (settings: StoreSettings<unknown, unknown>, io: ConnectorIo) => Connector;
}

/**
 * Makes a provider of its parts: checks inside that `open` takes what `configuration` parses, forgets the types
 * outside. The one cast is sound because the configuration is parsed by the very schemas given here.
 */
export function defineProvider<Credentials extends z.ZodType, Settings extends z.ZodObject>(
  options: ProviderOptions<Credentials, Settings>,
): ProviderDefinition {
  return { ...options, open: options.open as ProviderDefinition['open'] };
}
