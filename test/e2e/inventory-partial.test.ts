import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulatorOf, startTestGateway, type TestGateway } from '../support/gateway.ts';
import { requireProgram } from '../support/packages.ts';
import { FLAGS, type InventoryPage, openInventory } from './inventory-page.ts';

const chromiumProgram = await requireProgram('chromium');
const STORE = 'imco';

describe.skipIf(chromiumProgram.path === null)('the inventory in a browser', () => {
  let browser: Browser;
  let gateway: TestGateway;
  let inventory: InventoryPage;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumProgram.path ?? '', args: FLAGS });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await inventory.context.close();
    await gateway.close();
  });

  describe('while a store cannot be listed', () => {
    beforeEach(async () => {
      gateway = await startTestGateway();
      emulatorOf(gateway.emulators, STORE).setFault({ status: 503 });
      inventory = await openInventory(browser, gateway.url);
      await inventory.signIn('sandbox-admin');
    });

    it('names the store, says why, and counts it nowhere', async () => {
      const banner = inventory.page.getByRole('status', { name: 'Completeness' });
      const { data } = await gateway.query<{ secrets: Listed }>(LISTED);
      const failed = data.secrets.stores.find(({ outcome }) => outcome === 'FAILED');
      expect(failed?.store.name).toBe(STORE);
      await banner.getByRole('listitem').waitFor();
      expect(await banner.innerText()).toContain('4 of 5 stores are complete');
      expect(await banner.getByRole('listitem').innerText()).toMatch(
        new RegExp(`FAILED\\s+${STORE} .*\\s+${failed?.error}`),
      );
      expect((await inventory.figures()).Secrets).toBe(`${data.secrets.totalCount} in 4 of 5 stores`);
    });

    it('shows in the health of the store what went wrong', async () => {
      const { data } = await gateway.query<{ store: { health: { lastError: string } } }>(
        `{ store(name: "${STORE}") { health { lastError } } }`,
      );
      const row = inventory.page.getByRole('region', { name: 'By store' }).getByRole('row', { name: STORE });
      await row.getByText(data.store.health.lastError).waitFor();
      expect(await row.locator('[data-health]').getAttribute('data-health')).not.toBe('UP');
      expect(await row.locator('[data-outcome]').innerText()).toBe('FAILED');
    });

    it('says nothing of it any more once it has been asked again and answers', async () => {
      const { page } = inventory;
      emulatorOf(gateway.emulators, STORE).setFault(null);
      await expect
        .poll(async () => (await gateway.query<{ secrets: Listed }>(LISTED)).data.secrets.stores.map(outcomeOf), {
          timeout: 60_000,
        })
        .not.toContain('FAILED');
      await inventory.change(() => page.getByRole('button', { name: 'Ask again' }).click());
      await expect.poll(() => page.getByRole('status', { name: 'Completeness' }).innerText()).toBe('');
      expect((await inventory.figures()).Secrets).toMatch(/in 5 stores$/);
    });
  });

  it('says how old the answers of a store are that stopped answering', async () => {
    gateway = await startTestGateway({ config: { cache: { ttlSeconds: 1, staleSeconds: 3_600 } } });
    await gateway.query(LISTED);
    emulatorOf(gateway.emulators, STORE).setFault({ status: 503 });
    await expect
      .poll(async () => (await gateway.query<{ secrets: Listed }>(LISTED)).data.secrets.stores.map(outcomeOf))
      .toContain('STALE');
    inventory = await openInventory(browser, gateway.url);
    await inventory.signIn('sandbox-admin');
    const notice = inventory.page.getByRole('listitem').filter({ hasText: STORE });
    await notice.first().waitFor();
    expect(await notice.first().innerText()).toMatch(/STALE[\s\S]*is shown as it was \d+ seconds? ago/);
  });

  describe('with every store well', () => {
    beforeEach(async () => {
      gateway = await startTestGateway();
      inventory = await openInventory(browser, gateway.url);
      await inventory.signIn('sandbox-admin');
    });

    it('holds no value of any secret, also not in the details of any store', async () => {
      const { page } = inventory;
      let seen = await inventory.everything();
      for (const store of Object.keys(gateway.emulators)) {
        await inventory.change(() => page.getByLabel('Store', { exact: true }).selectOption(store));
        await page.locator('tbody .toggle').first().click();
        await page.locator('.details .facts').waitFor();
        seen += await inventory.everything();
      }
      const values = Object.values(gateway.emulators).flatMap((emulator) => emulator.values());
      expect(values.length).toBeGreaterThan(100);
      expect(values.filter((value) => value.length > 3 && seen.includes(value))).toEqual([]);
      expect(gateway.log()).not.toContain('revealSecret');
    });

    it('shows another token what it may see, and nothing of what was there before', async () => {
      const before = await inventory.figures();
      await inventory.signIn('sandbox-developer');
      const { data } = await gateway.query<{ secrets: Listed }>(LISTED, {}, 'sandbox-developer');
      const after = await inventory.figures();
      expect(after.Secrets).toBe(`${data.secrets.totalCount} in 5 stores`);
      expect(after.Secrets).not.toBe(before.Secrets);
    });

    it('shows nothing at all without a token that is accepted', async () => {
      const { page } = inventory;
      await page.getByLabel('Token').fill('not-a-token');
      await page.getByText('The gateway does not accept this token.').waitFor();
      expect(await page.locator('table, .figures').count()).toBe(0);
    });
  });
});

interface Listed {
  readonly totalCount: number;
  readonly stores: readonly {
    readonly store: { readonly name: string };
    readonly outcome: string;
    readonly error: string | null;
  }[];
}

const LISTED = '{ secrets { totalCount stores { store { name } outcome error } } }';

function outcomeOf({ outcome }: Listed['stores'][number]): string {
  return outcome;
}
