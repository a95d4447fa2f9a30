import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../audit/event.ts';
import { createAuditRecorder } from '../../audit/recorder.ts';
import { createPolicy } from '../../policy/policy.ts';
import type { GraphContext } from '../context.ts';
import { auditReads } from './audit-reads.ts';
import { checkedVariables } from './checked-variables.ts';

const SDL = 'type Query { store(name: String!): String } type Mutation { refreshStore(name: String!): String }';
const policy = createPolicy([{ effect: 'allow', roles: ['*'], actions: ['*'], resources: ['**'] }]);

/** A server that counts what it resolves, with an audit log that can be made to fail. */
function setUp({ failing = false } = {}) {
  const events: AuditEvent[] = [];
  const order: string[] = [];
  const append = async (event: AuditEvent) => {
    if (failing) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    events.push(event);
    order.push('recorded');
  };
  const audit = createAuditRecorder({
    sinks: [{ append, close: async () => {} }],
    now: () => 0,
    onFailure: () => {},
  });
  const server = new ApolloServer<GraphContext>({
    schema: makeExecutableSchema({ typeDefs: SDL, resolvers: { Query: { store: () => order.push('resolved') } } }),
    plugins: [checkedVariables(), auditReads()],
    stopOnTerminationSignals: false,
  });
  const stores = [{ id: 'east', name: 'east', resource: 'east', facts: { provider: 'docker' } }];
  const execute = async (query: string, variables = {}) => {
    const viewer = { rights: policy.rightsOf(['any']) };
    const actor = { principalId: 'token:ci', operationName: null, operationHash: null };
    const contextValue = { services: { audit, stores }, viewer, actor } as unknown as GraphContext;
    const { body, http } = await server.executeOperation({ query, variables }, { contextValue });
    return { status: http.status, result: body.kind === 'single' ? body.singleResult : null };
  };
  return { execute, events, order };
}

describe('the recording of reads', () => {
  it('keeps who asked which stores by which operation', async () => {
    const { execute, events } = setUp();
    await execute('query Look { store(name: "east") }');
    expect(events).toMatchObject([
      {
        phase: 'read',
        actor: {
          principalId: 'token:ci',
          operationName: 'Look',
          operationHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        subject: { action: '*:describe', store: 'east', resources: ['east'], ids: [], reason: null },
      },
    ]);
  });

  it('comes before anything is executed', async () => {
    const { execute, order } = setUp();
    await execute('{ store(name: "east") }');
    expect(order).toEqual(['recorded', 'resolved']);
  });

  it('keeps one event for a query of several fields', async () => {
    const { execute, events } = setUp();
    await execute('{ a: store(name: "east") b: store(name: "east") }');
    expect(events).toHaveLength(1);
  });

  it('keeps no argument that is not a store of ours', async () => {
    const { execute, events } = setUp();
    await execute('query ($name: String!) { store(name: $name) b: store(name: "canary-two") }', { name: 'canary-one' });
    expect(JSON.stringify(events)).not.toContain('canary');
  });

  it('leaves mutations to their own events', async () => {
    const { execute, events } = setUp();
    await execute('mutation { refreshStore(name: "east") }');
    expect(events).toEqual([]);
  });

  it('does not record what was refused before it', async () => {
    const { execute, events } = setUp();
    await execute('query ($name: String!) { store(name: $name) }', { name: 7 });
    expect(events).toEqual([]);
  });

  it('refuses a query that it cannot record', async () => {
    const { execute, order } = setUp({ failing: true });
    const { status, result } = await execute('{ store(name: "east") }');
    expect(status).toBe(503);
    expect(result).toMatchObject({ errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true } }] });
    expect(order).toEqual([]);
  });
});
