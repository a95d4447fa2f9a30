import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isNullableType,
  isObjectType,
  Kind,
} from 'graphql';
import { PortcullisError } from '../domain/errors.ts';
import { ACTIONS, type Action } from '../policy/actions.ts';
import { ACCESS_DIRECTIVE, publicSchema } from './sdl.ts';

/** Decided on the resource of the object that the field belongs to, before the field's resolver is called. */
export interface ParentRule {
  readonly kind: 'parent';
  readonly action: Action;
}

/** Decided by the field's own resolver, on what the field leads to. `*:describe`: whatever type that turns out to be. */
export interface TargetRule {
  readonly kind: 'target';
  readonly action: Action | '*:describe';
}

/**
 * What the SDL's `@access` says of one field. `authenticated`: any principal, and the server lets in nobody else.
 * `inherited`: reached only through a field that was decided already.
 */
export type AccessRule = ParentRule | TargetRule | { readonly kind: 'authenticated' } | { readonly kind: 'inherited' };

export interface AccessQuestion<Context> {
  readonly rule: ParentRule;
  /** The object that the field belongs to, as its resolver handed it on. Refuse one whose resource is not known. */
  readonly parent: unknown;
  /** Name of the concrete object type, never of an interface. */
  readonly typeName: string;
  /** Name in the schema, never an alias. */
  readonly fieldName: string;
  readonly context: Context;
}

/** Answers at once. Nothing but `true` lets through: a promise, however it would end, is a refusal. */
export type DecideAccess<Context> = (question: AccessQuestion<Context>) => boolean;

/**
 * The access rule of every field of every object type, by 'Type.field': the field's own, or else its type's. There is
 * no default.
 *
 * @throws Error naming every field at once whose rule is missing, unknown, or cannot be kept where it stands
 */
export function readAccessRules(schema: GraphQLSchema): ReadonlyMap<string, AccessRule> {
  const rules = new Map<string, AccessRule>();
  const faults = rulesOnInterfaces(schema);
  for (const { type, field, coordinate } of objectFields(schema)) {
    const rule = readRule(type, field, isRoot(schema, type));
    if (typeof rule === 'string') faults.push(`${coordinate}: ${rule}`);
    else rules.set(coordinate, rule);
  }
  for (const { field, coordinate } of objectFields(schema)) {
    if (rules.get(coordinate)?.kind !== 'authenticated') continue;
    for (const heir of fieldsBehind(schema, field)) {
      if (rules.get(heir)?.kind === 'inherited')
        faults.push(`${heir}: inherits from ${coordinate}, which decides nothing`);
    }
  }
  if (faults.length > 0) throw new Error(`The access rules of the schema have faults:\n${faults.join('\n')}`);
  return rules;
}

/** The action that a field's own rule names, for the audit log; null where it names none. */
export function actionOf(field: Pick<GraphQLField<unknown, unknown>, 'astNode'>): string | null {
  const directive = accessOf([field.astNode]);
  return directive === undefined ? null : (argumentOf(directive, 'rule') ?? null);
}

/**
 * Puts `decide` before the resolver of every field whose rule is decided on its parent, in the given schema, and
 * returns the schema to serve: the same types, without the access directive. A refused field's resolver is not
 * called; the field is null, or FORBIDDEN where it cannot be. The fields of concrete types are guarded, so fragments,
 * interfaces and aliases change nothing. All other fields are left as they are and cost nothing. A guarded field
 * always has a resolver of its own, so the `fieldResolver` option of an executor does not reach it.
 *
 * @throws Error as `readAccessRules` does, before anything is changed
 */
export function applyAccess<Context>(schema: GraphQLSchema, decide: DecideAccess<Context>): GraphQLSchema {
  const rules = readAccessRules(schema);
  for (const { type, field, coordinate } of objectFields(schema)) {
    const rule = rules.get(coordinate);
    if (rule?.kind === 'parent') guard(type.name, field, rule, decide);
  }
  return publicSchema(schema);
}

type Field = GraphQLField<unknown, unknown>;

function guard<Context>(typeName: string, field: Field, rule: ParentRule, decide: DecideAccess<Context>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const nullable = isNullableType(field.type);
  const fieldName = field.name;
  field.resolve = (parent, args, context, info) => {
    const question = { rule, parent, typeName, fieldName, context: context as Context };
    if (decide(question) === true) return resolve(parent, args, context, info);
    if (nullable) return null;
    throw new PortcullisError('FORBIDDEN', `The policy does not let you read ${typeName}.${fieldName}.`);
  };
}

/** The rule, or what is wrong with it. */
function readRule(type: GraphQLObjectType, field: Field, root: boolean): AccessRule | string {
  const directive = accessOf([field.astNode]) ?? accessOf([type.astNode, ...type.extensionASTNodes]);
  if (directive === undefined) return 'no rule';
  const rule = parseRule(argumentOf(directive, 'rule') ?? '', argumentOf(directive, 'on') ?? 'parent');
  if (typeof rule === 'string' || !root) return rule;
  return rule.kind === 'parent' || rule.kind === 'inherited' ? 'a root field has no parent to decide on' : rule;
}

function parseRule(text: string, on: string): AccessRule | string {
  if (on !== 'parent' && on !== 'target') return `unknown place "${on}"`;
  if (text === 'AUTHENTICATED' || text === 'INHERITED') {
    if (on === 'target') return `${text} is not decided on a target`;
    return text === 'INHERITED' ? { kind: 'inherited' } : { kind: 'authenticated' };
  }
  if (text === '*:describe' && on === 'target') return { kind: 'target', action: text };
  const action = ACTIONS.find((known) => known === text);
  if (action === undefined) return `unknown rule "${text}"`;
  return on === 'parent' ? { kind: 'parent', action } : { kind: 'target', action };
}

interface AstNode {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

function accessOf(nodes: readonly (AstNode | null | undefined)[]): ConstDirectiveNode | undefined {
  return nodes.flatMap((node) => node?.directives ?? []).find(({ name }) => name.value === ACCESS_DIRECTIVE);
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function* objectFields(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields: Record<string, Field> = type.getFields();
    for (const field of Object.values(fields)) yield { type, field, coordinate: `${type.name}.${field.name}` };
  }
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
}

/** A rule on an interface's field looks like a guard and is none: only concrete types are decided on. */
function rulesOnInterfaces(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => accessOf([field.astNode]) !== undefined)
    .map(({ name }) => `${name}: a rule on an interface decides nothing`);
}

/** 'Type.field' of all that a selection on the field can ask for. */
function fieldsBehind(schema: GraphQLSchema, field: Field): string[] {
  const named = getNamedType(field.type);
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
  return types.flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
}
