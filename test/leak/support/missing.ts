import { createHash } from 'node:crypto';
import { decodeId, encodeId } from '../../../src/domain/ids.ts';
import { mutationOf, targetOf } from './documents.ts';
import type { Ask } from './worlds.ts';

/** An id of the same shape and length, of something that is not there: the part that names the object is made up. */
export function missingLike(id: string): string {
  const decoded = decodeId(id);
  // A version goes by a word that its store may prescribe: there the secret is made up.
  const at = (decoded?.path.length ?? 0) - (decoded?.type === 'SecretVersion' ? 2 : 1);
  const part = decoded?.path[at];
  if (decoded === null || part === undefined) throw new Error('this is not the id of an object');
  const digits = createHash('sha512').update(part).digest('hex').slice(0, part.length);
  const madeUp = /^\d+$/.test(part) ? part.replace(/./g, '9') : digits.padEnd(part.length, '0');
  return encodeId({ ...decoded, path: decoded.path.with(at, madeUp) });
}

const LABEL = { key: 'twice', value: 'given' };

const READS: Readonly<Record<string, readonly string[]>> = {
  secret: ['secret(id: $id) { id }', 'node(id: $id) { id }', 'nodes(ids: [$id]) { id }'],
  group: ['secretGroup(id: $id) { id }', 'node(id: $id) { id }', 'nodes(ids: [$id]) { id }'],
  version: ['secretVersion(id: $id) { id }', 'node(id: $id) { id }'],
};

/** Inputs beside the id: right ones, and some that are refused wherever the object is seen. */
const INPUTS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  revealSecret: [{}, { reason: 'because' }],
  updateSecret: [{}, { name: 'new-name' }, { labels: [] }, { labels: [LABEL, LABEL] }, { ifMatch: 'AAAA', name: 'a' }],
  deleteSecret: [{}, { ifMatch: 'AAAA' }, { ifMatch: 'not an etag' }, { permanently: true }],
  createSecretVersion: [{ value: { text: 'a' } }, { value: { base64: '!' } }, { value: { fields: [] } }, {}],
  deleteSecretVersion: [{}, { ifMatch: 'AAAA' }],
  updateSecretGroup: [{}, { name: 'new-name' }, { secrets: [{ name: 'a', value: { base64: '!' } }] }],
  deleteSecretGroup: [{ ifMatch: 'AAAA' }, {}],
};

/** Every way to ask for one object by its id, or to change it. */
export function asksFor(kind: 'secret' | 'group' | 'version', id: string): readonly Ask[] {
  const reads = (READS[kind] ?? []).map((field) => ({
    query: `query One($id: ID!) { ${field} }`,
    variables: { id },
  }));
  const names = [...Object.keys(INPUTS), 'enableSecret', 'rotateSecret', 'cancelRotation'];
  const writes = names
    .filter((name) => targetOf(name).kind === kind || (name === 'revealSecret' && kind === 'version'))
    .flatMap((name) =>
      (INPUTS[name] ?? [{}]).map((input) => ({
        query: mutationOf(name),
        variables: { input: { [targetOf(name).field]: id, ...input } },
      })),
    );
  const created = { store: decodeId(id)?.store, group: id, name: 'in-a-group', value: { text: 'a' } };
  const inGroup = { query: mutationOf('createSecret'), variables: { input: created } };
  return [...reads, ...writes, ...(kind === 'group' ? [inGroup] : [])];
}
