import { buildSchema, type ExecutionResult, type GraphQLSchema, graphql, isObjectType } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { PortcullisError } from '../domain/errors.ts';
import { type AccessQuestion, applyAccess } from './access.ts';

const DIRECTIVE = 'directive @access(rule: String!, on: String! = "parent") on OBJECT | FIELD_DEFINITION\n';
const AUTHENTICATED = '@access(rule: "AUTHENTICATED")';
const GUARDED = `${DIRECTIVE}
  interface Named { name: String }
  union Thing = Secret
  type Query ${AUTHENTICATED} { secret: Secret named: Named thing: Thing }
  type Secret implements Named @access(rule: "secret:describe") {
    name: String
    plain: String
    strict: String!
    part: Part
    open: String ${AUTHENTICATED}
  }
  type Part @access(rule: "INHERITED") { text: String }`;

describe('applyAccess', () => {
  it('calls the resolver of a field that is allowed, with everything it expects', async () => {
    const { run, decide } = guarded(() => true);
    expect(await run('{ secret { name plain part { text } open } }')).toEqual({
      data: { secret: { name: 'resolved', plain: 'default', part: { text: 'inside' }, open: 'open' } },
    });
    expect(decide).toHaveBeenCalledTimes(3);
  });

  it('asks about the parent, the concrete type and the schema’s name of the field', async () => {
    const { run, decide, context } = guarded(() => true);
    await run('{ named { alias: name } }');
    expect(decide.mock.calls).toEqual([
      [
        {
          rule: { kind: 'parent', action: 'secret:describe' },
          parent: expect.objectContaining({ plain: 'default' }),
          typeName: 'Secret',
          fieldName: 'name',
          context,
        },
      ],
    ]);
  });

  it.each([
    ['a plain selection', '{ secret { name } }'],
    ['an alias', '{ secret { open: name } }'],
    ['an interface', '{ named { name } }'],
    ['a union', '{ thing { ... on Secret { name } } }'],
    ['an inline fragment on the interface', '{ secret { ... on Named { name } } }'],
    ['a named fragment', '{ thing { ...F } } fragment F on Named { name }'],
  ])('answers null without calling the resolver when %s leads to a refused field', async (_, source) => {
    const { run, resolveName } = guarded(() => false);
    const result = await run(source);
    expect(result.errors).toBeUndefined();
    expect(JSON.stringify(result.data)).toMatch(/^\{"\w+":\{"\w+":null\}\}$/);
    expect(resolveName).not.toHaveBeenCalled();
  });

  it('answers FORBIDDEN, naming type and field alone, where a refused field cannot be null', async () => {
    const { run, resolveStrict } = guarded(() => false);
    const result = await run('{ secret { nickname: strict } }');
    expect(result.data).toEqual({ secret: null });
    const cause = result.errors?.[0]?.originalError;
    expect(cause).toBeInstanceOf(PortcullisError);
    expect(cause).toMatchObject({ code: 'FORBIDDEN', details: {} });
    expect(cause?.message).toBe('The policy does not let you read Secret.strict.');
    expect(resolveStrict).not.toHaveBeenCalled();
  });

  it('decides each field for itself', async () => {
    const { run } = guarded(({ fieldName }) => fieldName !== 'plain');
    expect(await run('{ secret { name plain strict } }')).toEqual({
      data: { secret: { name: 'resolved', plain: null, strict: 'strict' } },
    });
  });

  it('takes a promise for a refusal, whatever it would resolve to', async () => {
    const { run } = guarded((() => Promise.resolve(true)) as unknown as () => boolean);
    expect(await run('{ secret { name } }')).toEqual({ data: { secret: { name: null } } });
  });

  it('calls no resolver when the decision throws', async () => {
    const { run, resolveName } = guarded(() => {
      throw new PortcullisError('INTERNAL', 'The policy could not be asked.');
    });
    expect((await run('{ secret { name } }')).errors).toHaveLength(1);
    expect(resolveName).not.toHaveBeenCalled();
  });

  it('leaves fields that are not decided on their parent without a resolver of its own', () => {
    const schema = buildSchema(GUARDED);
    applyAccess(schema, () => false);
    const resolvers = objectTypes(schema).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.resolve === undefined ? [] : [`${type.name}.${field.name}`],
      ),
    );
    expect(resolvers).toEqual(['Secret.name', 'Secret.plain', 'Secret.strict', 'Secret.part']);
  });

  it('returns a schema in which clients cannot see the directive', () => {
    expect(applyAccess(buildSchema(GUARDED), () => true).getDirective('access')).toBeUndefined();
  });

  it('changes nothing when a field has no rule', () => {
    const schema = buildSchema(`${GUARDED} type Other { field: Int }`);
    expect(() => applyAccess(schema, () => true)).toThrow('Other.field: no rule');
    expect(schema.getQueryType()?.getFields().secret?.resolve).toBeUndefined();
    expect(
      objectTypes(schema)
        .flatMap((type) => Object.values(type.getFields()))
        .some((field) => field.resolve),
    ).toBe(false);
  });
});

function guarded(answer: (question: AccessQuestion<unknown>) => boolean) {
  const schema = buildSchema(GUARDED);
  const resolveName = vi.fn(() => 'resolved');
  const resolveStrict = vi.fn(() => 'strict');
  const fields = objectTypes(schema)
    .find((type) => type.name === 'Secret')
    ?.getFields();
  if (fields?.name === undefined || fields.strict === undefined) throw new Error('the schema of this test has changed');
  fields.name.resolve = resolveName;
  fields.strict.resolve = resolveStrict;
  const secret = { __typename: 'Secret', plain: 'default', part: { text: 'inside' }, open: 'open' };
  const context = { principal: 'ci' };
  const decide = vi.fn(answer);
  const served = applyAccess(schema, decide);
  const run = async (source: string): Promise<Pick<ExecutionResult, 'errors'> & { data: unknown }> => {
    const rootValue = { secret, named: secret, thing: secret };
    // Without execution's null prototypes, so that results compare as plain data.
    const { data, errors } = await graphql({ schema: served, source, rootValue, contextValue: context });
    return errors === undefined ? { data: structuredClone(data) } : { data: structuredClone(data), errors };
  };
  return { run, decide, context, resolveName, resolveStrict };
}

function objectTypes(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'));
}
