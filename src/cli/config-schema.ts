import { z } from 'zod';
import { createConfigSchema } from '../config/schema.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import type { Terminal } from './terminal.ts';

/** What stands in the file before it is filled in has no shape of its own yet. */
const FILLED_IN = '\\$\\{(?:env|file):[^}]+\\}';

/** What an editor completes and checks a configuration file with. */
export function printConfigSchema(terminal: Terminal): void {
  const schema = z.toJSONSchema(createConfigSchema(PROVIDERS), {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = `(?:${jsonSchema.pattern})|${FILLED_IN}`;
    },
  });
  terminal.out(JSON.stringify(schema, null, 2));
}
