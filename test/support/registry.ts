import type { ProviderDefinition } from '../../src/connectors/define.ts';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { type Capability, capabilityOf, type StoreOperation } from '../../src/domain/capabilities.ts';

/** Every provider there is, as the registry lists it; the sandbox calls its one store by the provider's word. */
export const WORDS: readonly string[] = Object.keys(PROVIDERS);

export function definitionOf(word: string): ProviderDefinition {
  const definition = PROVIDERS[word];
  if (definition === undefined) throw new Error(`no provider is registered as ${word}`);
  return definition;
}

/** The member of the schema's inputs and enums that a word stands for: 'docker' and 'DOCKER'. */
export function memberOf(word: string): string {
  return definitionOf(word).provider.toLowerCase();
}

/** What a provider says of one operation; what it does not mention is unsupported. */
export function capability(word: string, operation: StoreOperation): Capability {
  return capabilityOf(definitionOf(word).capabilities, operation);
}

export function supports(word: string, operation: StoreOperation): boolean {
  return capability(word, operation).support !== 'UNSUPPORTED';
}

/** The providers that can do it, natively or emulated. */
export function wordsWith(operation: StoreOperation): readonly string[] {
  return WORDS.filter((word) => supports(word, operation));
}

export type { StoreOperation };
