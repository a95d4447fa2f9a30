import { describe, expect, it } from 'vitest';
import { createRevealBudget } from './reveal-budget.ts';
import { createMemoryWindows } from './windows.ts';

function open(perMinute: number) {
  let time = 1_000_000;
  const budget = createRevealBudget({ perMinute, count: createMemoryWindows({ windowMs: 60_000, now: () => time }) });
  const spend = async (principal: string, times: number) => {
    for (let i = 0; i < times; i += 1) await budget.spend(principal);
  };
  return {
    budget,
    spend,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('the budget of reveals', () => {
  it('lets pass as many as it has', async () => {
    const { spend } = open(3);
    await expect(spend('token:a', 3)).resolves.toBeUndefined();
  });

  it('refuses the next and says when to come again', async () => {
    const { budget, spend, pass } = open(3);
    await spend('token:a', 3);
    pass(15_500);
    await expect(budget.spend('token:a')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 45, outcome: 'NOT_APPLIED' },
    });
  });

  it('is anew after a minute', async () => {
    const { spend, pass } = open(3);
    await spend('token:a', 3);
    pass(60_000);
    await expect(spend('token:a', 3)).resolves.toBeUndefined();
  });

  it('is each principal for itself', async () => {
    const { spend } = open(3);
    await spend('token:a', 3);
    await expect(spend('token:b', 3)).resolves.toBeUndefined();
  });

  it('of nothing refuses the first', async () => {
    await expect(open(0).spend('token:a', 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});
