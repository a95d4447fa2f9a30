import type { Connector, NativeInputVerb, ProviderFacts } from '../domain/connector.ts';

/** One configured upstream with its connector open: what the catalog, the loaders and the writes work on. */
export interface OpenStore {
  /** Pinned id or name: part of every global id. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** The name policies know it by. */
  readonly resource: string;
  readonly facts: ProviderFacts;
  readonly connector: Connector;
  /** Checks the provider's own member of a native input. @throws PortcullisError BAD_USER_INPUT by path. */
  readonly parseNative: (verb: NativeInputVerb, value: unknown) => unknown;
}
