import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { OpenStore } from '../../catalog/store.ts';
import type { ProviderFacts } from '../../domain/connector.ts';
import type { Native, Plain } from '../../domain/model.ts';
import { readAccessRules } from '../access.ts';
import type { GraphContext } from '../context.ts';
import type { NativeNode, SecretNode } from '../nodes.ts';
import { completed } from '../visible.ts';

/**
 * Gives every field of the providers' own types its resolver, from what each provider says of itself: a field of the
 * store's type is a request of its own, one that the listing lacks comes with the secret's details, any other is
 * there already. So a new provider needs no line here.
 */
export function attachNativeResolvers(schema: GraphQLSchema, providers: readonly ProviderFacts[]): void {
  for (const { nativeTypes, gaps } of providers) {
    const ofDetails = new Set(gaps.native);
    attach(schema, nativeTypes.store, storeField);
    attach(schema, nativeTypes.secret, (field) => (ofDetails.has(field) ? detailField(field) : plainField(field)));
    attach(schema, nativeTypes.group, plainField);
    attach(schema, nativeTypes.version, plainField);
    attach(schema, nativeTypes.subject, plainField);
    if (nativeTypes.store !== null) narrowSecretIds(schema, objectType(schema, nativeTypes.store));
  }
}

type FieldReader = (node: NativeNode, context: GraphContext) => Plain | undefined | Promise<Plain | undefined>;

function attach(schema: GraphQLSchema, typename: string | null, readerOf: (field: string) => FieldReader): void {
  if (typename === null) return;
  for (const field of Object.values(objectType(schema, typename).getFields())) {
    const read = readerOf(field.name);
    field.resolve = (node: NativeNode, _args: unknown, context: GraphContext) => read(node, context);
  }
}

function objectType(schema: GraphQLSchema, typename: string): GraphQLObjectType {
  const type = schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`A provider names the type ${typename}, which the schema does not have.`);
  return type;
}

/** Whose the objects below a store's native type are, so that their fields know whose secrets they name. */
const ownerOf = new WeakMap<object, OpenStore>();

function storeField(field: string): FieldReader {
  return async ({ owner }, context) => {
    const store = owner as OpenStore;
    const value = await context.loaders.storeNative(store, field);
    for (const item of Array.isArray(value) ? value : []) {
      if (typeof item === 'object' && item !== null) ownerOf.set(item, store);
    }
    return value;
  };
}

/**
 * Lists of secrets' native ids below a store's type (rule `secret:describe` on the target) name only secrets that the
 * viewer may see.
 */
function narrowSecretIds(schema: GraphQLSchema, storeType: GraphQLObjectType): void {
  const rules = readAccessRules(schema);
  const below = Object.values(storeType.getFields())
    .map((field) => getNamedType(field.type))
    .filter(isObjectType);
  for (const type of below) {
    for (const field of Object.values(type.getFields())) {
      const rule = rules.get(`${type.name}.${field.name}`);
      if (rule?.kind !== 'target' || rule.action !== 'secret:describe') continue;
      field.resolve = (parent: Native, _args: unknown, context: GraphContext) =>
        visibleIds(parent, field.name, context);
    }
  }
}

async function visibleIds(
  parent: Native,
  field: string,
  { services, viewer }: GraphContext,
): Promise<readonly Plain[]> {
  const store = ownerOf.get(parent);
  const ids = parent[field];
  if (store === undefined || !Array.isArray(ids) || ids.length === 0) return [];
  const [contribution] = await services.catalog.selectSecrets(viewer, {
    scope: { stores: [store] },
    filter: { nativeIds: ids as readonly string[] },
  });
  const visible = new Set(contribution?.elements.map(({ object }) => object.nativeId));
  return ids.filter((id) => visible.has(id as string));
}

function plainField(field: string): FieldReader {
  return ({ value }) => value[field];
}

function detailField(field: string): FieldReader {
  return async ({ value, owner }, context) => {
    const known = value[field];
    if (known !== undefined && known !== null) return known;
    return (await completed(context, owner as SecretNode, 'native')).native[field];
  };
}
