import { type ASTNode, buildASTSchema, buildSchema, concatAST, type GraphQLSchema, isObjectType, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readAccessRules } from './access.ts';
import { readTypeDefs } from './sdl.ts';

const document = concatAST(readTypeDefs());
const contract = buildASTSchema(document);

describe('the rules of the contract', () => {
  it('leave no field of any object type without one', () => {
    const fields = objectTypes(contract).flatMap((type) =>
      Object.keys(type.getFields()).map((name) => `${type.name}.${name}`),
    );
    expect([...readAccessRules(contract).keys()].sort()).toEqual(fields.sort());
  });

  it('let a store be named to whoever sees something in it, and tell no more', () => {
    const rules = readAccessRules(contract);
    const open = [...rules].filter(([name, rule]) => name.startsWith('Store.') && rule.kind === 'authenticated');
    expect(open.map(([name]) => name)).toEqual(['Store.id', 'Store.name', 'Store.provider']);
    expect(rules.get('Store.health')).toEqual({ kind: 'parent', action: 'store:describe' });
  });

  it('decide every mutation on its target by the action that it is', () => {
    const rules = [...readAccessRules(contract)].filter(([name]) => name.startsWith('Mutation.'));
    expect(rules.map(([name, rule]) => `${name} ${rule.kind === 'target' ? rule.action : rule.kind}`)).toEqual([
      'Mutation.createSecretGroup secretGroup:create',
      'Mutation.updateSecretGroup secretGroup:update',
      'Mutation.deleteSecretGroup secretGroup:delete',
      'Mutation.createSecret secret:create',
      'Mutation.updateSecret secret:update',
      'Mutation.deleteSecret secret:delete',
      'Mutation.restoreSecret secret:update',
      'Mutation.enableSecret secret:update',
      'Mutation.disableSecret secret:update',
      'Mutation.retrySecret secret:update',
      'Mutation.rotateSecret secret:rotate',
      'Mutation.createSecretVersion secretVersion:create',
      'Mutation.deleteSecretVersion secretVersion:delete',
      'Mutation.refreshStore store:refresh',
      'Mutation.revealSecret secret:reveal',
      'Mutation.cancelRotation secret:rotate',
      'Mutation.rollbackRotation secret:rotate',
    ]);
  });

  it('decide who created something by subject:describe wherever an upstream tells it', () => {
    const rules = [...readAccessRules(contract)].filter(([name]) => /\.(createdBy|byCreator|manifest)$/.test(name));
    expect(rules.length).toBeGreaterThanOrEqual(5);
    expect(rules.filter(([, rule]) => !('action' in rule) || rule.action !== 'subject:describe')).toEqual([]);
  });

  it.each(typesWithRule())('stop the start when that of %s is removed, naming each field that it covered', (name) => {
    const stripped = buildASTSchema(
      visit(document, {
        ObjectTypeDefinition: (node) => (node.name.value === name ? { ...node, directives: [] } : undefined),
      }),
    );
    const uncovered = fieldsWithoutOwnRule(name).map((field) => `${name}.${field}: no rule`);
    expect(uncovered.length).toBeGreaterThan(0);
    const fault = faultOf(stripped);
    for (const line of uncovered) expect(fault).toContain(line);
  });

  it.each(rootFields())('stop the start when that of %s is removed', (coordinate) => {
    const stripped = buildASTSchema(
      visit(document, {
        FieldDefinition: (node, _key, _parent, _path, ancestors) =>
          ownedBy(ancestors.at(-1), node.name.value) === coordinate ? { ...node, directives: [] } : undefined,
      }),
    );
    expect(faultOf(stripped)).toContain(`${coordinate}: no rule`);
  });
});

const DIRECTIVE = 'directive @access(rule: String!, on: String! = "parent") on OBJECT | FIELD_DEFINITION\n';
const AUTHENTICATED = '@access(rule: "AUTHENTICATED")';

describe('readAccessRules', () => {
  it('names all faulty fields in one error', () => {
    const schema = buildSchema(`${DIRECTIVE}
      type Query { a: A ${AUTHENTICATED} b: Int @access(rule: "secret:descibe", on: "target") c: Int }
      type A { d: Int e: Int @access(rule: "secret:describe", on: "elsewhere") }`);
    expect(faultOf(schema).split('\n').slice(1)).toEqual([
      'Query.b: unknown rule "secret:descibe"',
      'Query.c: no rule',
      'A.d: no rule',
      'A.e: unknown place "elsewhere"',
    ]);
  });

  it('prefers a field’s own rule to its type’s', () => {
    const schema = buildSchema(`${DIRECTIVE}
      type Query ${AUTHENTICATED} { a: Int b: Int @access(rule: "secret:reveal", on: "target") }`);
    expect([...readAccessRules(schema)]).toEqual([
      ['Query.a', { kind: 'authenticated' }],
      ['Query.b', { kind: 'target', action: 'secret:reveal' }],
    ]);
  });

  it('covers a field that an extension adds by the rule of its type', () => {
    const schema = buildSchema(`${DIRECTIVE}
      type Query ${AUTHENTICATED} { a: Int } extend type Query { b: Int }`);
    expect(readAccessRules(schema).get('Query.b')).toEqual({ kind: 'authenticated' });
  });

  it.each([
    [
      'a root field that is decided on its parent',
      'type Query { a: Int @access(rule: "secret:describe") }',
      'Query.a: a root',
    ],
    ['a root field that inherits', 'type Query { a: Int @access(rule: "INHERITED") }', 'Query.a: a root'],
    [
      'a word that is said to be decided on a target',
      'type Query { a: Int @access(rule: "AUTHENTICATED", on: "target") }',
      'Query.a: AUTHENTICATED',
    ],
    [
      '*:describe on a parent',
      `type Query ${AUTHENTICATED} { a: A } type A { b: Int @access(rule: "*:describe") }`,
      'A.b: unknown rule',
    ],
    [
      'a wildcard of the policy',
      'type Query { a: Int @access(rule: "secret:*", on: "target") }',
      'Query.a: unknown rule',
    ],
    [
      'a rule on an interface',
      `interface I { a: Int ${AUTHENTICATED} } type Query implements I ${AUTHENTICATED} { a: Int }`,
      'I.a: a rule on an interface',
    ],
    [
      'a field that inherits from one that decides nothing',
      `type Query ${AUTHENTICATED} { a: U } union U = A type A @access(rule: "INHERITED") { b: Int }`,
      'A.b: inherits from Query.a',
    ],
  ])('refuses %s', (_, sdl, fault) => {
    expect(faultOf(buildSchema(DIRECTIVE + sdl))).toContain(fault);
  });
});

function faultOf(schema: GraphQLSchema): string {
  try {
    readAccessRules(schema);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

function ownedBy(owner: ASTNode | readonly ASTNode[] | undefined, fieldName: string): string | null {
  return owner !== undefined && 'kind' in owner && 'name' in owner ? `${owner.name?.value}.${fieldName}` : null;
}

function objectTypes(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'));
}

function typesWithRule(): string[] {
  return objectTypes(contract)
    .filter((type) => type.astNode?.directives?.length)
    .map((type) => type.name);
}

function fieldsWithoutOwnRule(name: string): string[] {
  const type = contract.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => !field.astNode?.directives?.length)
    .map((field) => field.name);
}

function rootFields(): string[] {
  return [contract.getQueryType(), contract.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );
}
