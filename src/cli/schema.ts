import { PROVIDERS } from '../connectors/registry.ts';
import { createSchema } from '../graphql/schema.ts';
import { publicSdl } from '../graphql/sdl.ts';
import type { Terminal } from './terminal.ts';

export function printSchema(terminal: Terminal): void {
  terminal.out(publicSdl(createSchema(Object.values(PROVIDERS))));
}
