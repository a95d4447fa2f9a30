import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface FieldRow {
  readonly provider: string;
  readonly documentField: string;
  readonly graphField: string;
}

export interface VendorDocument {
  /** Where it can be read. */
  readonly source: string;
  /** Its sample JSON by what it is a sample of; '*' stands for keys that its users choose. */
  readonly samples: Readonly<Record<string, unknown>>;
  /** Fields that stand in its tables only. */
  readonly further: readonly string[];
}

const HEADING = '## Field table';
const DOCUMENTS = new URL('./documents/', import.meta.url);
const README = new URL('../../README.md', import.meta.url);

/** The rows of the README's table; of the file it is made from, as long as the README has none. */
export function readFieldTable(): readonly FieldRow[] {
  const readme = existsSync(README) ? readFileSync(README, 'utf8') : '';
  const place = readme.indexOf(HEADING);
  const section = place < 0 ? '' : (readme.slice(place + HEADING.length).split('\n## ')[0] ?? '');
  const rows = rowsOf(section);
  return rows.length === 0 ? rowsOf(readFileSync(new URL('fields.md', DOCUMENTS), 'utf8')) : rows;
}

function rowsOf(markdown: string): readonly FieldRow[] {
  return [...markdown.matchAll(/^\| (\w+) \| `([^`]+)` \| `([^`]+)` \|$/gm)].map(
    ([, provider = '', documentField = '', graphField = '']) => ({ provider, documentField, graphField }),
  );
}

/** The documents that the graph was made for, by the provider's word. */
export function readDocuments(): ReadonlyMap<string, VendorDocument> {
  const files = readdirSync(DOCUMENTS).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(new URL(name, DOCUMENTS), 'utf8')) as VendorDocument,
    ]),
  );
}

/** Every field that a document shows, each once: 'response.data.tags[]'. */
export function fieldsOf({ samples, further }: VendorDocument): readonly string[] {
  return [...new Set([...Object.entries(samples).flatMap(([name, sample]) => leaves(sample, name)), ...further])];
}

function leaves(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${path}[]`));
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.length === 0 ? [path] : entries.flatMap(([key, part]) => leaves(part, `${path}.${key}`));
}
