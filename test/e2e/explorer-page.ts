import type { Page } from 'playwright-core';

/** What a person does in the explorer, in the words of its page. */
export interface ExplorerPage {
  /** Types a token and waits until the gateway has taken it. */
  signIn(token: string): Promise<void>;
  /** Picks the tab of an example by its operation's name. */
  openTab(operation: string): Promise<void>;
  /** Replaces the variables of the tab. */
  setVariables(variables: object): Promise<void>;
  /** Runs the tab's operation and answers what the page then shows as its result. */
  run(): Promise<string>;
  /** Clicks "Show" beside the masked value at that path and answers what is shown there. */
  showMasked(path: string): Promise<string>;
}

/** Opens the explorer and waits for its editor. */
export async function openExplorer(page: Page, url: string): Promise<ExplorerPage> {
  await page.goto(url);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return {
    signIn: async (token) => {
      await page.getByLabel('Token').fill(token);
      await page.locator('.status[data-state="connected"]').waitFor();
    },
    openTab: (operation) =>
      page.locator('.graphiql-tabs').getByRole('button', { name: operation, exact: true }).click(),
    setVariables: async (variables) => {
      await page.locator('.graphiql-editor-tool .monaco-editor').first().click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(JSON.stringify(variables));
      await page.keyboard.press('ControlOrMeta+Home');
    },
    run: () => run(page),
    showMasked: async (path) => {
      const row = page.locator('.masked li', { has: page.getByTitle(path, { exact: true }) });
      await row.getByRole('button', { name: 'Show' }).click();
      return row.locator('.value').innerText();
    },
  };
}

/** The result is read from the editor's model: what is scrolled out of sight is not in the page. */
async function run(page: Page): Promise<string> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await answered;
  const result = await page.waitForFunction(readResult);
  return String(await result.jsonValue());
}

/** Runs in the page; GraphiQL leaves its editor there as `__MONACO`. Null until the answer is shown. */
function readResult(): string | null {
  const { __MONACO: monaco } = globalThis as unknown as {
    __MONACO: { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
  };
  const model = monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('response.json'));
  const text = model?.getValue() ?? '';
  return text === '' ? null : text;
}
