import { describe, expect, it } from 'vitest';
import { type CallKind, classifyStatus, type FailedAnswer } from '../http/classify.ts';
import { classify, OUT_OF_SEQUENCE, VERSION_REFUSED } from './errors.ts';
import { LOCKED, NO_LEADER, NOT_IN_SWARM, WORKER } from './messages.ts';

const CANARY = 'canary-7f3a';

/** As the http door does it. */
const errorOf = (failed: FailedAnswer) => classify(failed) ?? classifyStatus(failed);

function answer(status: number, message: string, kind: CallKind = 'write') {
  return { operation: 'anything', kind, status, body: { message }, retryAfterSeconds: undefined };
}

describe('errors of the engine', () => {
  it.each([
    [409, 'rpc error: code = AlreadyExists desc = secret X already exists', 'CONFLICT'],
    [500, 'rpc error: code = Unknown desc = update out of sequence', 'CONFLICT'],
    [500, 'update out of sequence', 'CONFLICT'],
    [404, 'secret X not found', 'NOT_FOUND'],
    [404, 'rpc error: code = NotFound desc = could not find secret X', 'NOT_FOUND'],
    [500, 'rpc error: code = Unknown desc = plugin "X" not found', 'BAD_USER_INPUT'],
    [400, 'client version 1.44 is too new. Maximum supported API version is 1.41', 'UPSTREAM_REJECTED'],
    [403, 'authorization denied by plugin X: no', 'UPSTREAM_CREDENTIALS'],
    [404, 'page not found', 'UPSTREAM_INVALID_RESPONSE'],
    [400, 'something new', 'UPSTREAM_REJECTED'],
  ])('a write answered %i "%s" is %s and was not applied', (status, message, code) => {
    expect(errorOf(answer(status, message))).toMatchObject({
      code,
      details: { upstreamStatus: status, outcome: 'NOT_APPLIED' },
    });
  });

  it.each([
    [500, 'rpc error: code = DeadlineExceeded desc = context deadline exceeded', 'UPSTREAM_TIMEOUT'],
    [503, `rpc error: code = Unknown desc = ${NO_LEADER}`, 'UPSTREAM_UNAVAILABLE'],
    [500, 'something new', 'UPSTREAM_UNAVAILABLE'],
  ])('a write answered %i "%s" is %s and may have been applied', (status, message, code) => {
    expect(errorOf(answer(status, message))).toMatchObject({ code, details: { outcome: 'UNKNOWN' }, retryable: true });
  });

  it.each([NOT_IN_SWARM, WORKER, LOCKED])('a state that somebody must end is not retryable: %s', (message) => {
    expect(errorOf(answer(503, message, 'read'))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: false,
      details: { upstreamMessage: message },
    });
  });

  it('a read that fails has no outcome', () => {
    expect(errorOf(answer(404, 'secret X not found', 'read')).details).not.toHaveProperty('outcome');
  });

  it('a secret in use names the services, as far as they look like names', () => {
    const text = `rpc error: code = InvalidArgument desc = secret 'X' is in use by the following services: web, <b>, api`;
    expect(errorOf(answer(400, text))).toMatchObject({
      code: 'CONFLICT',
      details: { facts: { services: ['web', 'api'] } },
    });
  });

  it.each([
    [500, 'update out of sequence', OUT_OF_SEQUENCE],
    [400, 'client version 1.9 is too old. Minimum supported API version is 1.24, please upgrade', VERSION_REFUSED],
  ])('an answer %i "%s" is known again by name', (status, message, name) => {
    expect(errorOf(answer(status, message)).details.causeName).toBe(name);
  });

  it.each([
    [409, `secret ${CANARY} already exists`],
    [404, `secret ${CANARY} not found`],
    [500, `plugin "${CANARY}" not found`],
    [400, `secret '${CANARY}' is in use by the following service: web`],
    [503, `${CANARY}: ${LOCKED}`],
    [400, `invalid JSON: ${CANARY}`],
  ])('nothing of an answer %i "%s" is kept but what is documented', (status, message) => {
    const error = errorOf(answer(status, message));
    expect(JSON.stringify([error.message, error.details, error.stack])).not.toContain(CANARY);
  });

  it('an answer that is no JSON is judged by its status', () => {
    const broken = {
      operation: 'x',
      kind: 'read',
      status: 502,
      body: undefined,
      retryAfterSeconds: undefined,
    } as const;
    expect(errorOf(broken).code).toBe('UPSTREAM_UNAVAILABLE');
  });
});
