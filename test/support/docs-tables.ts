/** npm run docs: writes the tables that follow from the code into the README, between their markers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { PROVIDERS } from '../../src/connectors/registry.ts';
import { configTable } from './config-table.ts';
import { capabilityMatrix, costTable, withSection } from './tables.ts';

const README = new URL('../../README.md', import.meta.url);
const FIELDS = new URL('../contract/documents/fields.md', import.meta.url);

const sections = {
  configuration: configTable(PROVIDERS),
  capabilities: capabilityMatrix(PROVIDERS),
  costs: costTable(PROVIDERS),
  fields: readFileSync(FIELDS, 'utf8').trim(),
};

let text = readFileSync(README, 'utf8');
for (const [name, content] of Object.entries(sections)) text = withSection(text, name, content);
writeFileSync(README, text);
