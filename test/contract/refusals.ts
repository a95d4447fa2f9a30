import { isEnumType } from 'graphql';
import { expect } from 'vitest';
import { type AnswerError, type TestGateway, warmUp } from '../support/gateway.ts';
import { WORDS } from '../support/registry.ts';
import { schema } from './mutations.ts';

const COUNTS = '{ secretsSummary { totalCount byStore { label count } byStatus { key count } } }';
const GROUPS = '{ secretGroups { totalCount } }';

/** What there is before anything wrong is sent: to be compared with what there is afterwards. */
export async function countAll(gateway: TestGateway): Promise<unknown> {
  await warmUp(gateway);
  const counts = await readCounts(gateway);
  gateway.forgetRequests();
  return counts;
}

/** Fails where anything was changed, or as much as tried. */
export async function expectNothingDone(gateway: TestGateway, before: unknown): Promise<void> {
  const writes = WORDS.flatMap((word) => gateway.asked(word)).filter((line) => !/^(GET|HEAD) /.test(line));
  expect(writes).toEqual([]);
  await Promise.all(WORDS.map((word) => gateway.gateway.cache.invalidate(word)));
  expect(await readCounts(gateway)).toEqual(before);
}

async function readCounts(gateway: TestGateway): Promise<readonly unknown[]> {
  return [(await gateway.query(COUNTS)).data, (await gateway.query(GROUPS)).data];
}

function codes(): readonly string[] {
  const type = schema.getType('ErrorCode');
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

/** The first error of an answer, which is as clear as every error has to be. */
export function clearError(text: string): AnswerError {
  const { errors } = JSON.parse(text) as { readonly errors?: readonly AnswerError[] };
  const [error] = errors ?? [];
  if (error === undefined) throw new Error('the answer has no error');
  expect(codes()).toContain(error.extensions.code);
  expect(error.extensions.requestId).toMatch(/^[\w-]{20,}$/);
  expect(error.message.length).toBeGreaterThan(10);
  expect(text).not.toMatch(/stack|node_modules|\.ts:\d|\.js:\d|graphql-js|zod/i);
  return error;
}

/** Sends it, and fails unless it is refused as wanted before any store was asked. */
export async function expectRefused(
  gateway: TestGateway,
  { document, variables = {} }: { readonly document: string; readonly variables?: Readonly<Record<string, unknown>> },
  wanted: Readonly<Record<string, unknown>>,
): Promise<void> {
  gateway.forgetRequests();
  const { status, text } = await gateway.query(document, variables);
  expect(status).toBeLessThan(500);
  expect(clearError(text).extensions).toMatchObject(wanted);
  expect(WORDS.flatMap((word) => gateway.asked(word))).toEqual([]);
}
