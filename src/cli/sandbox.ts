import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PROVIDERS } from '../connectors/registry.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { indent, storeTable } from './banner.ts';
import type { Terminal } from './command-line.ts';

/** Starts the emulators alone, says how to reach each, and writes a configuration file that uses them. */
export async function runSandbox(
  options: { readonly json?: boolean; readonly secrets: number; readonly port: number },
  terminal: Terminal,
): Promise<number> {
  const sandbox = await startSandbox({
    providers: PROVIDERS,
    secrets: options.secrets,
    firstPort: options.port,
    now: Date.now,
  });
  try {
    const configFile = join(sandbox.directory, 'portcullis.yaml');
    writeFileSync(configFile, stringify(sandbox.config), { mode: 0o600 });
    const stores = sandbox.stores.map(({ name, provider, emulator: { url, seeded, storeConfig } }) => ({
      name,
      provider,
      url,
      seeded,
      storeConfig,
    }));
    if (options.json === true)
      terminal.out(JSON.stringify({ stores, tokens: sandbox.tokens, configFile, config: sandbox.config }));
    else {
      const credentials = stores.map(
        ({ name, storeConfig: { credentials } }) => `    ${name.padEnd(12)} ${JSON.stringify(credentials ?? {})}`,
      );
      terminal.out(
        [
          '',
          '  Emulated stores',
          indent(storeTable(sandbox)),
          '',
          '  Credentials (made up, for these emulators alone)',
          ...credentials,
          '',
          '  A configuration that uses them',
          `    ${configFile}`,
          `    npm start -- --config ${configFile}`,
          '',
          `  Tokens for that gateway: ${sandbox.tokens.join(', ')}        Stop: Ctrl-C`,
          '',
        ].join('\n'),
      );
    }
    await terminal.untilStopped();
    return 0;
  } finally {
    await sandbox.close();
  }
}
