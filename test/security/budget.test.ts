import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerError, TestGateway } from '../support/gateway.ts';
import { startSmallGateway } from './one-store.ts';

const BUDGET = 6;

let gateway: TestGateway;
let id: string;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  gateway = await startSmallGateway({ reveal: { perMinute: BUDGET } });
  const { data } = await gateway.query<{ secrets: { nodes: readonly { id: string }[] } }>(
    '{ secrets(first: 1, filter: { readability: [READABLE] }) { nodes { id } } }',
  );
  id = data.secrets.nodes[0]?.id ?? '';
});

afterEach(async () => {
  await gateway.close();
  vi.useRealTimers();
});

const field = (alias: string, input = '{ id: $id }') => `${alias}: revealSecret(input: ${input}) { value { text } }`;
const aliases = (n: number) => Array.from({ length: n }, (_, i) => field(`r${i}`)).join(' ');
const mutation = (selection: string, fragments = '') => `mutation ($id: ID!) { ${selection} } ${fragments}`;

/** How many of the fields that one document asks for were revealed, and how many the budget refused. */
async function reveal(document: string, token?: string) {
  const { data, errors } = await gateway.query(document, { id }, token);
  return { revealed: Object.values(data ?? {}).filter((field) => field !== null).length, limited: limitedOf(errors) };
}

const limitedOf = (errors: readonly AnswerError[]) =>
  errors.filter(({ extensions }) => extensions.code === 'RATE_LIMITED').length;

describe('the budget of reveals', () => {
  it('is spent by as many aliases', async () => {
    expect(await reveal(mutation(aliases(BUDGET + 3)))).toEqual({ revealed: BUDGET, limited: 3 });
  });

  it('is spent by as many fragments', async () => {
    const names = Array.from({ length: BUDGET + 2 }, (_, i) => `F${i}`);
    const fragments = names.map((name) => `fragment ${name} on Mutation { ${field(name)} }`).join(' ');
    const spreads = names.map((name) => `...${name}`).join(' ');
    expect(await reveal(mutation(spreads, fragments))).toEqual({ revealed: BUDGET, limited: 2 });
  });

  it('is spent by as many operations', async () => {
    const answers = [];
    for (let i = 0; i < BUDGET + 2; i += 1) answers.push(await reveal(mutation(field('r'))));
    expect(answers.map(({ limited }) => limited)).toEqual([...Array(BUDGET).fill(0), 1, 1]);
  });

  it('is spent by operations at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: BUDGET * 2 }, () => reveal(mutation(field('r')))));
    expect(answers.filter(({ revealed }) => revealed === 1)).toHaveLength(BUDGET);
  });

  it('is spent by what is refused and by what is not there', async () => {
    await reveal(mutation(aliases(3)), 'sandbox-developer');
    await gateway.query('mutation { a: revealSecret(input: { id: "nonsense" }) { value { text } } }');
    const { limited } = await reveal(mutation(aliases(BUDGET)));
    expect(limited).toBe(1);
  });

  it('is not spent by a merged repeat, which is one field and one answer', async () => {
    await reveal(mutation(`${field('r')} ${field('r')}`));
    expect(await reveal(mutation(aliases(BUDGET - 1)))).toEqual({ revealed: BUDGET - 1, limited: 0 });
  });

  it('of one principal is not that of another', async () => {
    await reveal(mutation(aliases(BUDGET)));
    const { limited } = await reveal(mutation(field('r')), 'sandbox-developer');
    expect(limited).toBe(0);
  });

  it('asks the store for nothing once it is spent, and puts the refusal on the record', async () => {
    await reveal(mutation(aliases(BUDGET)));
    gateway.forgetRequests();
    const logged = gateway.log().length;
    await reveal(mutation(field('r')));
    const audited = gateway
      .log()
      .slice(logged)
      .split('\n')
      .filter((line) => line.includes('"event":"audit"'))
      .map((line) => JSON.parse(line));
    expect(gateway.asked('ncloud')).toEqual([]);
    expect(audited.map(({ phase, outcome, code }) => [phase, outcome, code])).toEqual([
      ['intent', undefined, undefined],
      ['outcome', 'REFUSED', 'RATE_LIMITED'],
    ]);
  });

  it('says when it is anew, and is so then', async () => {
    await reveal(mutation(aliases(BUDGET)));
    const { errors } = await gateway.query(mutation(field('r')), { id });
    const seconds = Number(errors[0]?.extensions.retryAfterSeconds);
    expect([seconds > 0, seconds <= 60]).toEqual([true, true]);
    vi.setSystemTime(Date.now() + seconds * 1_000);
    expect(await reveal(mutation(aliases(BUDGET)))).toEqual({ revealed: BUDGET, limited: 0 });
  });
});
