import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { BREAK, type DocumentNode, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

const MAX_DOCUMENTS = 1_000;
/** A parsed document weighs some twenty times its text. */
const MAX_TEXT_LENGTH = 2_097_152;

/**
 * Parsed documents, so that a query that comes again is neither parsed nor validated again. Apollo's own store keeps
 * every document for as long as there is room, and with it the values that somebody wrote into a mutation as
 * literals: here only what holds no text of the caller's stays, and the rest is forgotten with its request.
 */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_TEXT_LENGTH,
    sizeCalculation: (document) => Math.max(1, textOf(document).length),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => {
      if (!holdsText(document)) documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}

/** Literals, and comments: where there is no literal, a number sign begins nothing else. */
function holdsText(document: DocumentNode): boolean {
  if (document.loc === undefined || textOf(document).includes('#')) return true;
  let found = false;
  visit(document, {
    [Kind.STRING]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

function textOf({ loc }: DocumentNode): string {
  return loc?.source.body ?? '';
}
