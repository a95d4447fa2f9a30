import Table from 'cli-table3';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Terminal } from './terminal.ts';

/** Columns and no lines: reads well in a terminal, and in a file. */
const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
};
const INDENT = 2;
const GAP = 2;
const UNBOUNDED = 200;

/** The emulated stores, a line each. What a store stands for takes the width that the rest leaves. */
export function storeTable({ stores }: Sandbox, { columns = UNBOUNDED }: Pick<Terminal, 'columns'>): string {
  const rows = [
    ['name', 'stands for', 'secrets', 'listens on'],
    ...stores.map(({ name, title, emulator: { url, seeded } }) => [name, title, String(seeded.secrets), url]),
  ];
  const [name = 0, title = 0, secrets = 0, url = 0] = widths(rows);
  const left = Math.max(12, Math.min(title, columns - INDENT - name - secrets - (url - GAP)));
  return plainTable(rows, { colWidths: [name, left, secrets, url], colAligns: ['left', 'left', 'right', 'left'] });
}

interface PlainTableOptions {
  readonly colWidths?: number[];
  readonly colAligns?: ('left' | 'right')[];
}

/** A table without lines, indented; the first row is its head. */
export function plainTable(rows: readonly (readonly string[])[], options: PlainTableOptions = {}): string {
  const style = { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': GAP };
  const table = new Table({
    colWidths: widths(rows),
    colAligns: [],
    ...options,
    chars: NO_LINES,
    style,
    wordWrap: true,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => `${' '.repeat(INDENT)}${line}`.trimEnd())
    .join('\n');
}

function widths(rows: readonly (readonly string[])[]): number[] {
  const [head = []] = rows;
  return head.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)) + GAP);
}
