import { createHash } from 'node:crypto';
import { type DocumentNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { variableItems } from './input-size.ts';
import type { OperationLimits } from './limits.ts';
import { checkShape } from './shape.ts';
import { checkText } from './text.ts';

/**
 * Checks a request's body before anything is parsed, validated or executed for it. What is not a GraphQL request
 * passes: the server says so.
 * @throws PortcullisError OPERATION_TOO_COMPLEX
 */
export type RequestGuard = (body: unknown) => void;

/** Documents that passed, by hash: clients send the same few again and again. */
const REMEMBERED = 2_000;

export function createRequestGuard(limits: OperationLimits): RequestGuard {
  const passed = new LRUCache<string, true>({ max: REMEMBERED });
  return (body) => {
    if (typeof body !== 'object' || body === null) return;
    const { query, variables } = body as { readonly query?: unknown; readonly variables?: unknown };
    if (typeof variables === 'object' && variables !== null) {
      variableItems(variables as Readonly<Record<string, unknown>>, limits);
    }
    if (typeof query !== 'string') return;
    const hash = createHash('sha256').update(query).digest('base64');
    if (passed.get(hash)) return;
    checkText(query, limits);
    const document = parsed(query);
    if (document === null) return;
    checkShape(document, limits);
    passed.set(hash, true);
  };
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}
