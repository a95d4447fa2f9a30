import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createDocumentStore } from './document-store.ts';

const isKept = async (text: string, options?: Parameters<typeof parse>[1]) => {
  const store = createDocumentStore();
  await store.set('key', parse(text, options));
  return (await store.get('key')) !== undefined;
};

describe('the store of parsed documents', () => {
  it('keeps what a client sends again with other variables', async () => {
    expect(await isKept('query($first: Int!) { secrets(first: $first) { totalCount } }')).toBe(true);
    expect(await isKept('mutation($input: CreateSecretInput!) { createSecret(input: $input) { secretId } }')).toBe(
      true,
    );
  });

  it.each([
    ['a text', 'mutation { createSecret(input: { name: "a", value: { text: "hunter2" } }) { secretId } }'],
    ['a block text', '{ store(name: """hunter2""") { name } }'],
    ['an empty text', '{ store(name: "") { name } }'],
    ['a default value', 'query($name: String = "hunter2") { store(name: $name) { name } }'],
    ['a comment', '{ stores { name } } # hunter2'],
  ])('forgets a document that holds %s', async (_what, text) => {
    expect(await isKept(text)).toBe(false);
  });

  it('forgets what it cannot weigh', async () => {
    expect(await isKept('{ stores { name } }', { noLocation: true })).toBe(false);
  });

  it('forgets what it is told to', async () => {
    const store = createDocumentStore();
    await store.set('key', parse('{ stores { name } }'));
    await store.delete('key');
    expect(await store.get('key')).toBeUndefined();
  });
});
