import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireProgram } from '../support/packages.ts';
import { FLAGS, type InventoryPage, openInventory } from './inventory-page.ts';
import { post } from './post.ts';
import { type Program, startProgram } from './program.ts';

const chromiumProgram = await requireProgram('chromium');
const OUTPUT = resolve(import.meta.dirname, '../output');
const TOKEN = 'sandbox-admin';
const SECRETS = 100_000;

interface Count {
  readonly label: string;
  readonly key: string;
  readonly count: number;
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
}

const number = (value: number) => value.toLocaleString('en');

describe.skipIf(chromiumProgram.path === null)('the inventory of 100,000 secrets in a browser', () => {
  let program: Program;
  let url: string;
  let browser: Browser;
  let inventory: InventoryPage;

  beforeAll(async () => {
    program = startProgram(['serve', '--port', '0', '--secrets', String(SECRETS)]);
    url = (await program.printed(/Explorer +(http:\/\/127\.0\.0\.1:\d+)\//))[1] ?? '';
    browser = await chromium.launch({ executablePath: chromiumProgram.path ?? '', args: FLAGS });
    inventory = await openInventory(browser, url);
    await inventory.signIn(TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  const ask = async <Data>(query: string) => (await post(url, query, TOKEN)).data as Data;
  const list = async (args: string) =>
    (await ask<{ secrets: List }>(`{ secrets(${args}) { totalCount nodes { name } } }`)).secrets;

  it('says who is looking', async () => {
    expect(await inventory.page.locator('.bar [role="status"]').innerText()).toMatch(/sandbox-admin\s+admin/);
  });

  it('shows the totals that the graph tells', async () => {
    const { secretsSummary: summary } = await ask<{ secretsSummary: Record<string, readonly Count[]> }>(
      '{ secretsSummary { byStore { label key count } byStatus { label key count } byUsage { label key count } } }',
    );
    const figures = await inventory.figures();
    expect(figures.Secrets).toBe(`${number(SECRETS)} in 5 stores`);
    expect(figures['Used by nothing']).toContain(number(countOf(summary.byUsage, 'UNUSED')));
    const { page } = inventory;
    for (const { label, count } of summary.byStore ?? []) {
      const row = page.getByRole('region', { name: 'By store' }).getByRole('row', { name: label });
      expect(await row.innerText()).toContain(number(count));
    }
    for (const { key, count } of summary.byStatus ?? []) {
      const bar = page.getByRole('region', { name: 'By status' }).getByRole('button', { name: key.toLowerCase() });
      expect(await bar.innerText()).toContain(number(count));
    }
  });

  it('shows of every store how it has answered lately', async () => {
    const stores = inventory.page.getByRole('region', { name: 'By store' }).locator('tbody tr');
    await expect.poll(() => stores.locator('[data-health="UP"]').count()).toBe(5);
    expect(await stores.first().innerText()).toMatch(/\d m?s/);
  });

  it('says the numbers of the histograms to those who do not see them', async () => {
    const age = inventory.page.getByRole('figure', { name: 'By age' });
    const { secretsSummary } = await ask<{ secretsSummary: { byAge: readonly Count[] } }>(
      '{ secretsSummary { byAge { label key count } } }',
    );
    expect(await age.getByRole('row').count()).toBe(secretsSummary.byAge.length - 1);
    expect(await age.locator('figcaption').innerText()).toContain(number(countOf(secretsSummary.byAge, 'UNKNOWN')));
  });

  it('holds one page of rows and no more', async () => {
    expect(await inventory.names()).toHaveLength(50);
    expect(await inventory.position()).toBe('100,000 secrets, page 1 of 2,000');
  });

  it('finds by a part of a name or of a group, among all of them', async () => {
    await inventory.change(() => inventory.page.getByLabel('Search names and groups').fill('PAYM'));
    const found = await list(
      'first: 50, filter: { or: [{ name: { contains: "paym" } }, { groupName: { contains: "paym" } }] }',
    );
    expect(found.totalCount).toBeGreaterThan(50);
    expect(found.totalCount).toBeLessThan(SECRETS);
    expect(await inventory.position()).toContain(`${number(found.totalCount)} secrets found`);
    expect(await inventory.names()).toEqual(found.nodes.map(({ name }) => name));
  });

  it('shows everything again on Clear', async () => {
    await inventory.change(() => inventory.page.getByRole('button', { name: 'Clear' }).click());
    expect(await inventory.page.getByLabel('Search names and groups').inputValue()).toBe('');
    expect(await inventory.position()).toContain('100,000 secrets,');
  });

  it('sorts by keyboard', async () => {
    const { page } = inventory;
    const header = page.locator('thead th', { hasText: 'Created' });
    await page.getByRole('button', { name: 'Name', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await inventory.change(() => page.keyboard.press('Enter'));
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    expect(await inventory.names()).toEqual(
      (await list('first: 50, orderBy: { field: CREATED_AT }')).nodes.map(({ name }) => name),
    );
    await inventory.change(() => page.keyboard.press('ArrowDown'));
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await inventory.names()).toEqual(
      (await list('first: 50, orderBy: { field: CREATED_AT, direction: DESC }')).nodes.map(({ name }) => name),
    );
  });

  it('pages there and back', async () => {
    const { page } = inventory;
    const first = await inventory.names();
    await inventory.change(() => page.getByRole('button', { name: 'Next' }).click());
    expect(await inventory.position()).toContain('page 2 of 2,000');
    const hundred = await list('first: 100, orderBy: { field: CREATED_AT, direction: DESC }');
    expect([...first, ...(await inventory.names())]).toEqual(hundred.nodes.map(({ name }) => name));
    await inventory.change(() => page.getByRole('button', { name: 'Previous' }).click());
    expect(await inventory.names()).toEqual(first);
    expect(await inventory.position()).toContain('page 1 of 2,000');
  });

  it('narrows the list by a click on a bar', async () => {
    const { page } = inventory;
    const plot = page.getByRole('figure', { name: 'By age' }).locator('.u-over');
    const { width = 0, height = 0 } = (await plot.boundingBox()) ?? {};
    await inventory.change(() => plot.click({ position: { x: width * 0.9, y: height - 5 } }));
    expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('OVER_A_YEAR');
    const shown = Number((await inventory.position()).split(' ')[0]?.replaceAll(',', ''));
    const { secretsSummary } = await ask<{ secretsSummary: { byAge: readonly Count[] } }>(
      '{ secretsSummary { byAge { label key count } } }',
    );
    // Secrets grow older while the test runs.
    expect(Math.abs(shown - countOf(secretsSummary.byAge, 'OVER_A_YEAR'))).toBeLessThan(10);
  });

  it('narrows it further by a filter, and says so in both places', async () => {
    const { page } = inventory;
    await inventory.change(() => page.getByLabel('Store', { exact: true }).selectOption('truefoundry'));
    const chosen = page.getByRole('region', { name: 'By store' }).getByRole('button', { name: 'truefoundry' });
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    expect(new Set(await page.locator('.list tbody td:nth-child(3)').allInnerTexts())).toEqual(
      new Set(['truefoundry']),
    );
  });

  it('tells more of a secret on Enter, and closes it on Escape', async () => {
    const { page } = inventory;
    const row = page.locator('tbody .toggle').first();
    await row.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const details = page.getByRole('region', { name: /^Details of / });
    await details.getByRole('table').waitFor();
    expect(await details.innerText()).toMatch(/truefoundry\/[\s\S]*Created by[\s\S]*Versions[\s\S]*in force/);
    await page.keyboard.press('Escape');
    expect(await details.count()).toBe(0);
  });

  it.each([1440, 1024])('needs no scrolling sideways at %d px', async (width) => {
    await inventory.page.setViewportSize({ width, height: 900 });
    expect(await inventory.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
  });

  it('is worth a picture', async () => {
    const { page } = inventory;
    await page.setViewportSize({ width: 1440, height: 900 });
    await inventory.change(() => page.getByRole('button', { name: 'Clear' }).click());
    await inventory.change(() => page.getByLabel('Search names and groups').fill('oauth'));
    await page.getByRole('button', { name: 'Updated' }).focus();
    await inventory.change(() => page.keyboard.press('ArrowDown'));
    await page.locator('.list tbody tr', { hasText: 'truefoundry' }).first().locator('.toggle').click();
    await page.getByRole('table', { name: 'Versions' }).waitFor();
    mkdirSync(OUTPUT, { recursive: true });
    // Without the pointer: no row lights up.
    await page.mouse.move(0, 0);
    const picture = await page.screenshot({ path: join(OUTPUT, 'inventory.png') });
    expect(picture.length).toBeGreaterThan(50_000);
  });

  it('leads to the explorer and back, and the token goes along', async () => {
    const { page } = inventory;
    await page.getByRole('link', { name: 'Explorer' }).click();
    await page.locator('.status[data-state="connected"]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await inventory.change(() => page.getByRole('link', { name: 'Inventory' }).click());
    expect(await inventory.names()).toHaveLength(50);
  });

  it('has asked no other host for anything', () => {
    const elsewhere = inventory.requested.filter(
      (asked) => !asked.startsWith(`${url}/`) && !/^(data|blob):/.test(asked),
    );
    expect(inventory.requested.length).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
  });

  it('has met no violation of its Content-Security-Policy and no error', () => {
    expect(inventory.complaints).toEqual([]);
  });
});

function countOf(counts: readonly Count[] | undefined, key: string): number {
  const found = counts?.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`the summary does not count ${key}`);
  return found.count;
}
