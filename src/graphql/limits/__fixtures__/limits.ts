import { expect } from 'vitest';
import { PortcullisError } from '../../../domain/errors.ts';
import type { OperationLimits } from '../limits.ts';

/** No limit but those that a test names. */
export function limitsOf(some: Partial<OperationLimits>): OperationLimits {
  return {
    maxDepth: 100,
    maxAliases: 10_000,
    maxRootFields: 10_000,
    maxFields: 100_000,
    maxFragments: 100_000,
    maxTokens: 1_000_000,
    maxDirectives: 10_000,
    maxCost: 1_000_000_000,
    maxInputItems: 1_000_000,
    maxInputDepth: 100,
    ...some,
  };
}

/** Null where it passes, else the limit that it goes over. */
export function limitHit(check: () => void): unknown {
  try {
    check();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(PortcullisError);
    expect(error).toHaveProperty('code', 'OPERATION_TOO_COMPLEX');
    return (error as PortcullisError).details.facts?.limit;
  }
}

/** n fragments on a type, each spreading the next one twice: 2^n fields in a few lines. */
export function doublingFragments(n: number, { type, leaf }: { readonly type: string; readonly leaf: string }): string {
  const links = Array.from({ length: n }, (_, i) => `fragment F${i} on ${type} { ...F${i + 1} ...F${i + 1} }`);
  return `${links.join('\n')}\nfragment F${n} on ${type} { ${leaf} }`;
}
