import type { ProviderDefinition } from '../../src/connectors/define.ts';
import { capabilityOf, STORE_OPERATIONS, type StoreOperation } from '../../src/domain/capabilities.ts';
import type { Costs } from '../../src/domain/connector.ts';

type Providers = Readonly<Record<string, ProviderDefinition>>;

const SUPPORT = { NATIVE: 'native', EMULATED: 'emulated', UNSUPPORTED: '–' } as const;

/** What every provider's stores can do, as Markdown: one table of all, then for each the arguments and the notes. */
export function capabilityMatrix(providers: Providers): string {
  const entries = Object.entries(providers);
  const rows = STORE_OPERATIONS.map((operation) => [
    `\`${operation}\``,
    ...entries.map(([, { capabilities }]) => SUPPORT[capabilityOf(capabilities, operation).support]),
  ]);
  return [
    table(['', ...entries.map(([word]) => word)], rows),
    ...entries.map(([word, definition]) => providerNotes(word, definition)),
  ].join('\n\n');
}

function providerNotes(word: string, { title, capabilities }: ProviderDefinition): string {
  const rows = STORE_OPERATIONS.map((operation) => {
    const { support, note = '', valueForms = [] } = capabilityOf(capabilities, operation);
    const forms = valueForms.length === 0 ? '' : `Values as ${valueForms.join(' or ')}.`;
    const text = [note, forms].filter((part) => part !== '').join(' ');
    return [`\`${operation}\``, SUPPORT[support], argumentsOf(capabilities, operation), text];
  });
  const summary = `<summary><b>${word}</b>: ${title}, operation by operation</summary>`;
  const content = table(['operation', 'support', 'arguments (bold: needed)', 'note'], rows);
  return ['<details>', summary, '', content, '', '</details>'].join('\n');
}

function argumentsOf(capabilities: ProviderDefinition['capabilities'], operation: StoreOperation): string {
  const { inputs = [], requires = [] } = capabilityOf(capabilities, operation);
  return inputs.map((input) => (requires.includes(input) ? `**\`${input}\`**` : `\`${input}\``)).join(', ');
}

const QUESTIONS: Readonly<Record<keyof Costs, string>> = {
  list: 'everything there is',
  listGroups: 'the groups alone',
  getGroups: 'groups by id',
  getSecrets: 'secrets by id',
  listVersions: 'their versions',
  getDetails: 'fields that the list lacks',
  getUsage: 'who uses them',
};

/** How many requests each question costs each provider's store, as Markdown. */
export function costTable(providers: Providers): string {
  const entries = Object.entries(providers);
  const rows = Object.entries(QUESTIONS).map(([call, question]) => [
    question,
    ...entries.map(([, { costs }]) => sentence(costs[call as keyof Costs].text)),
  ]);
  return table(['', ...entries.map(([word]) => word)], rows);
}

/** The providers write their texts as they like; in one table they begin and end alike. */
function sentence(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What stands between a section's markers. @throws Error where the text does not have both, once. */
export function sectionOf(text: string, name: string): string {
  const { start, end } = placeOf(text, name);
  return text.slice(start, end).trim();
}

export function withSection(text: string, name: string, content: string): string {
  const { start, end } = placeOf(text, name);
  return `${text.slice(0, start)}\n${content}\n${text.slice(end)}`;
}

function placeOf(text: string, name: string): { readonly start: number; readonly end: number } {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start || text.indexOf(open, start + 1) >= 0) throw new Error(`there is no section ${name}`);
  return { start: start + open.length, end };
}
