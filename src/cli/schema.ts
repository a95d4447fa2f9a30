import { z } from 'zod';
import { createConfigSchema } from '../config/schema.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import { createSchema } from '../graphql/schema.ts';
import { publicSdl } from '../graphql/sdl.ts';
import type { Terminal } from './terminal.ts';

export function printSchema(terminal: Terminal): void {
  terminal.out(publicSdl(createSchema(Object.values(PROVIDERS))));
}

/** What an editor completes and checks a configuration file with. */
export function printConfigSchema(terminal: Terminal): void {
  terminal.out(JSON.stringify(z.toJSONSchema(createConfigSchema(PROVIDERS), { io: 'input' }), null, 2));
}
