import type { Browser, BrowserContext, Page } from 'playwright-core';

/** As root there is no sandbox, in a container little shared memory, and nowhere a screen. */
export const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** What a person does in the inventory, in the words of its page. */
export interface InventoryPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser has asked for. */
  readonly requested: readonly string[];
  /** What it had to complain about: errors of scripts, violations of the Content-Security-Policy. */
  readonly complaints: readonly string[];
  /** Types a token and waits for the first page of what it may see. */
  signIn(token: string): Promise<void>;
  /** Does something that changes the list, and waits until the new page of it is shown. */
  change(action: () => Promise<unknown>): Promise<void>;
  /** The names in the list, in order. */
  names(): Promise<string[]>;
  /** Where in the list we are: '100,000 secrets, page 1 of 2,000'. */
  position(): Promise<string>;
  /** What stands in the totals, by its label. */
  figures(): Promise<Readonly<Record<string, string>>>;
  /** The document as it stands, what its fields hold and what is kept beside it. */
  everything(): Promise<string>;
}

export async function openInventory(browser: Browser, url: string): Promise<InventoryPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const requested: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.addInitScript(REPORT_VIOLATIONS);
  await page.goto(`${url}/inventory`);
  const change: InventoryPage['change'] = async (action) => {
    const answered = page.waitForResponse((response) =>
      /query InventoryRows/.test(response.request().postData() ?? ''),
    );
    await action();
    await answered;
    await page.locator('table.list[aria-busy="false"]').waitFor();
  };
  return {
    page,
    context,
    requested,
    complaints,
    change,
    signIn: async (token) => {
      await change(() => page.getByLabel('Token').fill(token));
      await page.locator('.figures').waitFor();
    },
    names: () => page.locator('tbody .toggle').allInnerTexts(),
    position: () => page.getByRole('navigation', { name: 'Pages of the list' }).getByRole('status').innerText(),
    figures: async () => {
      const entries = await page.locator('.figures > div').evaluateAll(READ_FIGURES);
      return Object.fromEntries(entries);
    },
    everything: () => page.evaluate<string>(EVERYTHING),
  };
}

// What runs in the page is text or untyped: the types of a browser are no types of this program.

/** Runs before anything of the page does. */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (violation) =>
  console.error('violation of ' + violation.violatedDirective + ': ' + violation.blockedURI));`;

const EVERYTHING = `document.documentElement.outerHTML + JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) +
  [...document.querySelectorAll('input, textarea')].map((field) => field.value).join()`;

interface Element {
  querySelector(selector: string): { readonly textContent: string } | null;
}

function READ_FIGURES(figures: unknown[]): [string, string][] {
  return (figures as Element[]).map((figure) => [
    figure.querySelector('dt')?.textContent ?? '',
    figure.querySelector('dd')?.textContent ?? '',
  ]);
}
