import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { OpenStore } from '../../catalog/store.ts';
import type { ProviderFacts } from '../../domain/connector.ts';
import type { Plain } from '../../domain/model.ts';
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
    attach(
      schema,
      nativeTypes.store,
      (field) => (node, context) => context.loaders.storeNative(node.owner as OpenStore, field),
    );
    attach(schema, nativeTypes.secret, (field) => (ofDetails.has(field) ? detailField(field) : plainField(field)));
    attach(schema, nativeTypes.group, plainField);
    attach(schema, nativeTypes.version, plainField);
    attach(schema, nativeTypes.subject, plainField);
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
