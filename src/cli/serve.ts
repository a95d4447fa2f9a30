import { parseConfigValue } from '../config/load.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import { type Gateway, openGateway } from '../gateway.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { guardProcess } from '../server/process-guard.ts';
import { createLogger } from '../telemetry/logger.ts';
import { banner } from './banner.ts';
import { loadConfig } from './load-config.ts';
import { type Terminal, untilStopped } from './terminal.ts';

export interface ServeOptions {
  readonly config?: string;
  readonly port?: number;
  readonly secrets?: number;
}

const SANDBOX_SECRETS = 120;

export async function serve(options: ServeOptions, terminal: Terminal): Promise<number> {
  if (options.config === undefined) return serveSandbox(options, terminal);
  if (options.secrets === undefined) return serveConfig(options.config, options, terminal);
  terminal.err('portcullis: --secrets is for the emulated stores; it has no meaning with --config');
  return 2;
}

async function serveConfig(file: string, { port }: ServeOptions, terminal: Terminal): Promise<number> {
  guardProcess(terminal.env);
  const config = loadConfig(file, terminal);
  if (config === null) return 2;
  const server = port === undefined ? config.server : { ...config.server, port };
  const gateway = await openGateway({ ...config, server }, { providers: PROVIDERS });
  return closeWhenStopped(gateway, terminal);
}

/** The same gateway, over emulators in this process: something to try without any account. */
async function serveSandbox({ port, secrets }: ServeOptions, terminal: Terminal): Promise<number> {
  const sandbox = await startSandbox({
    providers: PROVIDERS,
    secrets: secrets ?? SANDBOX_SECRETS,
    firstPort: 0,
    now: Date.now,
  });
  try {
    if (terminal.stop.aborted) return 0;
    const server = port === undefined ? {} : { server: { port } };
    const config = parseConfigValue({ ...sandbox.config, ...server }, { providers: PROVIDERS, env: {} });
    // One line a request would bury the banner that a newcomer is reading; refusals and faults still show.
    const logger = createLogger({ level: 'warn' });
    const gateway = await openGateway(config, { providers: PROVIDERS, sandboxTokens: sandbox.tokens, logger });
    if (!terminal.stop.aborted) terminal.out(banner({ url: gateway.url, sandbox }, terminal));
    return await closeWhenStopped(gateway, terminal);
  } finally {
    await sandbox.close();
  }
}

async function closeWhenStopped(gateway: Gateway, terminal: Terminal): Promise<number> {
  const signal = await untilStopped(terminal);
  gateway.logger.log('info', 'stopping', { signal });
  await gateway.close();
  return 0;
}
