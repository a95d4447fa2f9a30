import rateLimit, { type FastifyRateLimitStore, normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PortcullisError } from '../domain/errors.ts';
import type { CountInWindow } from '../domain/window-counter.ts';

export interface RateLimits {
  /** Of one principal; 0: no limit. */
  readonly perMinute: number;
  /** Of one address, whoever calls from it and whether or not they are let in; 0: no limit. */
  readonly perAddressPerMinute: number;
}

/** @throws PortcullisError RATE_LIMITED with `retryAfterSeconds` */
export type CheckRate = (request: FastifyRequest) => Promise<void>;

/** Before the identity is looked at, so that guessing tokens is limited too; and once it is known. */
export interface RateChecks {
  readonly address: CheckRate;
  readonly principal: CheckRate;
}

/** The whole of a customer's network, of which every address is theirs to use. */
const IPV6_PREFIX_BITS = 64;

export async function registerRateLimits(
  app: FastifyInstance,
  limits: RateLimits,
  count: CountInWindow,
): Promise<RateChecks> {
  const store = storeOver(count);
  await app.register(rateLimit, { global: false, store });
  const check = (max: number, keyGenerator: (request: FastifyRequest) => string): CheckRate => {
    if (max === 0) return async () => {};
    const ask = app.createRateLimit({ max, keyGenerator });
    return async (request) => {
      const answer = await ask(request);
      if (answer.isAllowed || !answer.isExceeded) return;
      throw new PortcullisError('RATE_LIMITED', 'Too many requests. Wait a moment and try again.', {
        retryAfterSeconds: Math.max(1, answer.ttlInSeconds),
      });
    };
  };
  return {
    address: check(limits.perAddressPerMinute, ({ ip }) => `address:${normalizeIP(ip, IPV6_PREFIX_BITS)}`),
    principal: check(limits.perMinute, ({ principal }) => `principal:${principal?.id ?? ''}`),
  };
}

/** The plugin's own Redis store lets everything pass, or nothing, while Redis hangs: ours counts in memory as well. */
function storeOver(count: CountInWindow) {
  return class WindowStore implements FastifyRateLimitStore {
    incr(key: string, callback: Parameters<FastifyRateLimitStore['incr']>[1]): void {
      Promise.try(count, key).then(
        (window) => callback(null, { current: window.count, ttl: window.resetsInMs }),
        (error: unknown) => callback(error instanceof Error ? error : new Error('the window could not be counted')),
      );
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
