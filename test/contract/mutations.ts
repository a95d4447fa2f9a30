import { type GraphQLInputObjectType, getNamedType, isInputObjectType, isLeafType, isObjectType } from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import { definitionOf, memberOf, type StoreOperation, WORDS } from '../support/registry.ts';

/** The graph as the gateway serves it. */
export const schema = createSchema(WORDS.map(definitionOf));

/** What a mutation is aimed at: the type whose id it takes, or the store that it creates something in. */
export type Aim = 'Store' | 'SecretGroup' | 'Secret' | 'SecretVersion';

export interface StoreMutation {
  readonly name: string;
  readonly operation: StoreOperation;
  readonly aim: Aim;
}

/** Every mutation that a store can support or not; `refreshStore` is the gateway's own. */
export const MUTATIONS: readonly StoreMutation[] = [
  { name: 'createSecretGroup', operation: 'CREATE_GROUP', aim: 'Store' },
  { name: 'updateSecretGroup', operation: 'UPDATE_GROUP', aim: 'SecretGroup' },
  { name: 'deleteSecretGroup', operation: 'DELETE_GROUP', aim: 'SecretGroup' },
  { name: 'createSecret', operation: 'CREATE_SECRET', aim: 'Store' },
  { name: 'updateSecret', operation: 'UPDATE_SECRET', aim: 'Secret' },
  { name: 'deleteSecret', operation: 'DELETE_SECRET', aim: 'Secret' },
  { name: 'restoreSecret', operation: 'RESTORE_SECRET', aim: 'Secret' },
  { name: 'enableSecret', operation: 'ENABLE_SECRET', aim: 'Secret' },
  { name: 'disableSecret', operation: 'DISABLE_SECRET', aim: 'Secret' },
  { name: 'retrySecret', operation: 'RETRY_SECRET', aim: 'Secret' },
  { name: 'rotateSecret', operation: 'ROTATE_SECRET', aim: 'Secret' },
  { name: 'createSecretVersion', operation: 'CREATE_VERSION', aim: 'Secret' },
  { name: 'deleteSecretVersion', operation: 'DELETE_VERSION', aim: 'SecretVersion' },
  { name: 'cancelRotation', operation: 'CANCEL_ROTATION', aim: 'Secret' },
  { name: 'rollbackRotation', operation: 'ROLLBACK_ROTATION', aim: 'Secret' },
  { name: 'revealSecret', operation: 'REVEAL_VALUE', aim: 'Secret' },
];

export const GATEWAY_MUTATIONS: readonly string[] = ['refreshStore'];

export function mutationOf(operation: StoreOperation): StoreMutation {
  const found = MUTATIONS.find((mutation) => mutation.operation === operation);
  if (found === undefined) throw new Error(`no mutation belongs to ${operation}`);
  return found;
}

export function inputTypeOf({ name }: StoreMutation): GraphQLInputObjectType {
  const type = getNamedType(mutationField(name).args.find((argument) => argument.name === 'input')?.type);
  if (!isInputObjectType(type)) throw new Error(`${name} has no input`);
  return type;
}

/** Where the id, or the store's name, goes. */
export function identityOf(mutation: StoreMutation): string {
  const fields = inputTypeOf(mutation).getFields();
  const name = mutation.aim === 'Store' ? 'store' : 'id' in fields ? 'id' : 'secret';
  if (!(name in fields)) throw new Error(`${mutation.name} has no ${name}`);
  return name;
}

const ALWAYS = new Set(['store', 'id', 'secret', 'clientMutationId', 'reason']);

/** The arguments that a store may or may not honour: all but what names the target, and a new thing's name. */
export function optionalArgumentsOf(mutation: StoreMutation): readonly string[] {
  return Object.keys(inputTypeOf(mutation).getFields()).filter(
    (name) => !ALWAYS.has(name) && !(mutation.aim === 'Store' && name === 'name'),
  );
}

/** The member of a mutation's native input for a provider, with its fields; null where the schema has none. */
export function nativeMemberOf(mutation: StoreMutation, word: string): GraphQLInputObjectType | null {
  const native = getNamedType(inputTypeOf(mutation).getFields().native?.type);
  if (!isInputObjectType(native)) return null;
  const member = getNamedType(native.getFields()[memberOf(word)]?.type);
  return isInputObjectType(member) ? member : null;
}

/** A document that sends `$input` and asks for everything of the payload but values. */
export function documentOf({ name }: StoreMutation): string {
  const payload = getNamedType(mutationField(name).type);
  if (!isObjectType(payload)) throw new Error(`${name} answers no object`);
  const parts = Object.values(payload.getFields()).map((field) => {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return field.name;
    if (field.name === 'receipt') return 'receipt { auditId recorded upstreamStatus upstreamCode upstreamMessage }';
    return field.name === 'value' ? 'value { text base64 fields { key value section } }' : `${field.name} { id }`;
  });
  return `mutation Write($input: ${inputTypeOf({ name } as StoreMutation).name}!) {
    ${name}(input: $input) { ${parts.join(' ')} }
  }`;
}

export function mutationField(name: string) {
  const field = schema.getMutationType()?.getFields()[name];
  if (field === undefined) throw new Error(`the schema has no mutation ${name}`);
  return field;
}
