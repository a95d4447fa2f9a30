import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { STORE_OPERATIONS } from '../../src/domain/capabilities.ts';
import { configTable } from '../support/config-table.ts';
import { WORDS } from '../support/registry.ts';
import { capabilityMatrix, costTable, sectionOf } from '../support/tables.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const fields = readFileSync(new URL('documents/fields.md', import.meta.url), 'utf8');

/** Run `npm run docs` where one of these fails. */
describe('the README', () => {
  it('says what each store can do as the code does', () => {
    expect(sectionOf(readme, 'capabilities')).toBe(capabilityMatrix(PROVIDERS));
  });

  it('says what a question costs as the code does', () => {
    expect(sectionOf(readme, 'costs')).toBe(costTable(PROVIDERS));
  });

  it('says how the gateway is configured as the code does', () => {
    expect(sectionOf(readme, 'configuration')).toBe(configTable(PROVIDERS));
  });

  it('has the table of fields that is checked against the schema', () => {
    expect(sectionOf(readme, 'fields')).toBe(fields.trim());
  });
});

describe('the tables', () => {
  it('have a column for every provider', () => {
    for (const table of [capabilityMatrix(PROVIDERS), costTable(PROVIDERS)]) {
      expect(table.split('\n')[0]).toBe(`|  | ${WORDS.join(' | ')} |`);
    }
  });

  it('have a line for every operation', () => {
    const lines = capabilityMatrix(PROVIDERS)
      .split('\n')
      .slice(2, 2 + STORE_OPERATIONS.length);
    expect(lines.map((line) => line.split('`')[1])).toEqual([...STORE_OPERATIONS]);
  });
});
