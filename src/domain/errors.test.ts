import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { capabilityOf } from './capabilities.ts';
import { badInput, causeName, notFound, PortcullisError, unsupported } from './errors.ts';

describe('PortcullisError', () => {
  it('says by its code whether asking again may help', () => {
    const retryable = (['UPSTREAM_TIMEOUT', 'RATE_LIMITED', 'UPSTREAM_CREDENTIALS', 'INTERNAL'] as const).map(
      (code) => new PortcullisError(code, 'm').retryable,
    );
    expect(retryable).toEqual([true, true, false, false]);
  });

  it('lets a connector know better', () => {
    expect(new PortcullisError('CONFLICT', 'm', { retryable: true }).retryable).toBe(true);
  });

  it('learns more without losing what it knew', () => {
    const error = new PortcullisError('CONFLICT', 'm', { store: 'a', upstreamStatus: 409 }).with({ operation: 'x' });
    expect(error).toMatchObject({
      code: 'CONFLICT',
      message: 'm',
      details: { store: 'a', upstreamStatus: 409, operation: 'x' },
    });
  });

  it('takes the newer of two answers', () => {
    const error = new PortcullisError('CONFLICT', 'm', { outcome: 'UNKNOWN' });
    expect(error.with({ outcome: 'NOT_APPLIED' }).details.outcome).toBe('NOT_APPLIED');
  });

  it('has no cause that could quote somebody’s input', () => {
    expect(inspect(badInput('m', 'input.name'))).not.toMatch(/cause/);
  });

  it('is known not to have been applied where input or capability refused it', () => {
    expect([badInput('m', 'a').details.outcome, unsupported('m').details.outcome]).toEqual([
      'NOT_APPLIED',
      'NOT_APPLIED',
    ]);
  });

  it('does not say whether something is missing or hidden', () => {
    expect(notFound().message).toContain('or not yours to see');
  });
});

describe('causeName', () => {
  const withCode = (code: unknown) => Object.assign(new Error('secret text'), { code });

  it.each([
    ['a system error’s code', withCode('ECONNREFUSED'), 'ECONNREFUSED'],
    ['a library’s code', withCode('UND_ERR_SOCKET'), 'UND_ERR_SOCKET'],
    ['a class', new RangeError('secret text'), 'RangeError'],
    ['a code that is a sentence', withCode('got secret text'), 'Error'],
    ['a numeric code', withCode(42), 'Error'],
    ['a name that is a sentence', Object.assign(new Error('m'), { name: 'secret text' }), 'Error'],
    ['a thrown text', 'secret text', 'string'],
    ['nothing', undefined, 'undefined'],
  ])('is safe for %s', (_, error, name) => {
    expect(causeName(error)).toBe(name);
  });
});

describe('capabilityOf', () => {
  it('is UNSUPPORTED for what a provider leaves out', () => {
    expect(capabilityOf({}, 'ROTATE_SECRET')).toEqual({ support: 'UNSUPPORTED' });
  });
});
