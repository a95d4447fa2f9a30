import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { requireProgram } from '../support/packages.ts';
import { type ExplorerPage, openExplorer } from './explorer-page.ts';

const program = await requireProgram('chromium');
const OUTPUT = resolve(import.meta.dirname, '../output');
const TOKEN = 'sandbox-admin';
/** As root there is no sandbox, in a container little shared memory, and nowhere a screen. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

describe.skipIf(program.path === null)('the explorer in a browser', () => {
  let gateway: TestGateway;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let explorer: ExplorerPage;
  /** What the browser asked for, and what it had to complain about, over all tests. */
  const requested: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    gateway = await startTestGateway();
    browser = await chromium.launch({ executablePath: program.path ?? '', args: FLAGS });
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.addInitScript(REPORT_VIOLATIONS);
    explorer = await openExplorer(page, `${gateway.url}/`);
    await explorer.signIn(TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });

  it('says who the token makes us', async () => {
    expect(await page.getByRole('status').innerText()).toMatch(/sandbox-admin\s+admin/);
  });

  it('runs a query over all stores', async () => {
    await explorer.openTab('AllSecrets');
    const { data } = JSON.parse(await explorer.run());
    expect(data.secrets.nodes).toHaveLength(50);
    expect(data.secrets.stores).toHaveLength(Object.keys(gateway.emulators).length);
  });

  it('runs a mutation, and the value that was typed is not in the answer', async () => {
    await explorer.openTab('CreateSecret');
    const value = 'typed-in-the-explorer-4711';
    await explorer.setVariables({ input: { store: 'docker', name: 'explorer-demo', value: { text: value } } });
    const answer = await explorer.run();
    expect(JSON.parse(answer).data.createSecret.secret).toMatchObject({ name: 'explorer-demo', status: 'ACTIVE' });
    expect(answer).not.toContain(value);
    expect(gateway.emulators.docker?.values()).toContain(value);
  });

  it('keeps a revealed value out of the page until it is clicked', async () => {
    const { id, value } = await aReadableSecret(gateway);
    await explorer.openTab('Reveal');
    await explorer.setVariables({ reason: 'Restoring the billing database', id });
    const answer = await explorer.run();
    expect(JSON.parse(answer).data.revealSecret.value.text).toContain('masked value 1');
    expect(`${answer}${await everythingIn(page)}`).not.toContain(value);

    expect(await explorer.showMasked('revealSecret.value.text')).toBe(value);
    expect(await everythingIn(page)).toContain(value);
    await page.getByRole('button', { name: 'Hide revealSecret.value.text' }).click();
    expect(await everythingIn(page)).not.toContain(value);
    mkdirSync(OUTPUT, { recursive: true });
    // Without the pointer: no button lights up.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(OUTPUT, 'explorer.png') });
  });

  it('forgets the value when another tab is opened', async () => {
    expect(await page.getByRole('region', { name: 'Masked values' }).count()).toBe(1);
    await explorer.openTab('AllSecrets');
    expect(await page.getByRole('region', { name: 'Masked values' }).count()).toBe(0);
  });

  it('keeps the token for its own tab, over a reload and nowhere else', async () => {
    await page.reload();
    await page.locator('.status[data-state="connected"]').waitFor();
    expect(await page.evaluate<string>('JSON.stringify({ ...localStorage })')).not.toContain(TOKEN);
    expect(await context.cookies()).toEqual([]);
    const other = await context.newPage();
    await openExplorer(other, `${gateway.url}/`);
    expect(await other.getByLabel('Token').inputValue()).toBe('');
    await other.close();
  });

  it('keeps queries and variables nowhere', async () => {
    const kept = await page.evaluate<string>(STORAGE);
    expect(kept).not.toMatch(/AllSecrets|explorer-demo|billing database/);
  });

  it('has asked no other host for anything', () => {
    const elsewhere = requested.filter((url) => !url.startsWith(`${gateway.url}/`) && !/^(data|blob):/.test(url));
    expect(requested.length).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
  });

  it('has met no violation of its Content-Security-Policy and no error', () => {
    expect(complaints).toEqual([]);
  });
});

// What runs in the page is text: the types of a browser are no types of this program.

/** Runs before anything of the page does. */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (violation) =>
  console.error('violation of ' + violation.violatedDirective + ': ' + violation.blockedURI));`;

/** All that is kept beside the document. */
const STORAGE = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])';

/** The document as it stands, and what its fields and its storage hold. */
const EVERYTHING = `document.documentElement.outerHTML + ${STORAGE} +
  [...document.querySelectorAll('input, textarea')].map((field) => field.value).join()`;

function everythingIn(page: Page): Promise<string> {
  return page.evaluate<string>(EVERYTHING);
}

/** A secret whose value is one line of text, with the value as its store holds it. */
async function aReadableSecret(gateway: TestGateway): Promise<{ readonly id: string; readonly value: string }> {
  const listed = await gateway.query<{ secrets: { nodes: readonly { id: string }[] } }>(
    '{ secrets(filter: { stores: ["truefoundry"], readability: [READABLE] }, first: 1) { nodes { id } } }',
  );
  const [first] = listed.data.secrets.nodes;
  if (first === undefined) throw new Error('the sandbox holds no readable secret');
  const revealed = await gateway.query<{ revealSecret: { value: { text: string } } }>(
    'mutation ($id: ID!) { revealSecret(input: { id: $id }) { value { text } } }',
    { id: first.id },
  );
  return { id: first.id, value: revealed.data.revealSecret.value.text };
}
