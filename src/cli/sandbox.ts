import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PROVIDERS } from '../connectors/registry.ts';
import { startControl } from '../sandbox/control.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { storeTable } from './store-table.ts';
import { strong, type Terminal, untilStopped } from './terminal.ts';

export interface SandboxCommandOptions {
  readonly json?: boolean;
  readonly secrets: number;
  readonly port: number;
  readonly controlPort?: number;
}

/** Starts the emulators alone, says how to reach each, and writes a configuration file that uses them. */
export async function runSandbox(options: SandboxCommandOptions, terminal: Terminal): Promise<number> {
  const sandbox = await startSandbox({
    providers: PROVIDERS,
    secrets: options.secrets,
    firstPort: options.port,
    now: Date.now,
  });
  let control: Awaited<ReturnType<typeof startControl>> | null = null;
  try {
    if (options.controlPort !== undefined) control = await startControl(sandbox.stores, options.controlPort);
    const controlUrl = control && `http://${control.host}:${control.port}`;
    const configFile = join(sandbox.directory, 'portcullis.yaml');
    writeFileSync(configFile, stringify(sandbox.config), { mode: 0o600 });
    if (!terminal.stop.aborted) {
      terminal.out(
        options.json === true ? asJson(sandbox, { configFile, controlUrl }) : asText(sandbox, configFile, terminal),
      );
    }
    await untilStopped(terminal);
    return 0;
  } finally {
    await control?.close();
    await sandbox.close();
  }
}

function asJson({ stores, tokens, config }: Sandbox, more: { configFile: string; controlUrl: string | null }): string {
  const reached = stores.map(({ name, provider, emulator: { url, seeded, storeConfig } }) => ({
    name,
    provider,
    url,
    seeded,
    storeConfig,
  }));
  return JSON.stringify({ stores: reached, tokens, ...more, config });
}

function asText(sandbox: Sandbox, configFile: string, terminal: Terminal): string {
  const head = (text: string) => strong(text, terminal);
  const access = sandbox.stores.flatMap(({ name, emulator: { storeConfig } }) => {
    const { endpoint, credentials } = storeConfig;
    const entries = Object.entries({ endpoint, ...(credentials as object | undefined) });
    return [`  ${name}`, ...entries.map(([key, value]) => `    ${key.padEnd(13)} ${value}`)];
  });
  return [
    '',
    `  ${head('Emulated stores')}  made-up data, on this machine only`,
    '',
    storeTable(sandbox, terminal),
    '',
    `  ${head('Access')}  made-up credentials, good for these emulators alone`,
    '',
    ...access,
    '',
    `  ${head('Configuration')}  uses all of them, and goes when they stop`,
    '',
    `  ${configFile}`,
    `  npm start -- --config ${configFile}`,
    '',
    `  Tokens for that gateway: ${sandbox.tokens.join(', ')}`,
    '  Stop: Ctrl-C',
    '',
  ].join('\n');
}
