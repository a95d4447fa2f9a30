import { loadConfigFile, parseConfigValue } from '../config/load.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import { type Gateway, openGateway } from '../gateway.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { createLogger } from '../telemetry/logger.ts';
import { banner } from './banner.ts';
import type { Terminal } from './command-line.ts';

export interface ServeOptions {
  readonly config?: string;
  readonly port?: number;
  readonly secrets: number;
}

export async function serve(options: ServeOptions, terminal: Terminal): Promise<number> {
  return options.config === undefined
    ? serveSandbox(options, terminal)
    : serveConfig(options.config, options, terminal);
}

async function serveConfig(file: string, { port }: ServeOptions, terminal: Terminal): Promise<number> {
  const config = loadConfigFile(file, { providers: PROVIDERS, env: terminal.env });
  const gateway = await openGateway(port === undefined ? config : { ...config, server: { ...config.server, port } }, {
    providers: PROVIDERS,
  });
  return untilStopped(gateway, terminal);
}

/** The same gateway, over emulators in this process: something to try without any account. */
async function serveSandbox({ port, secrets }: ServeOptions, terminal: Terminal): Promise<number> {
  const sandbox = await startSandbox({ providers: PROVIDERS, secrets, firstPort: 0, now: Date.now });
  try {
    const server = port === undefined ? {} : { server: { port } };
    const config = parseConfigValue({ ...sandbox.config, ...server }, { providers: PROVIDERS, env: {} });
    // One line a request would bury the banner that a newcomer is reading; refusals and faults still show.
    const logger = createLogger({ level: 'warn' });
    const gateway = await openGateway(config, { providers: PROVIDERS, sandboxTokens: sandbox.tokens, logger });
    terminal.out(banner({ url: gateway.url, sandbox }));
    return await untilStopped(gateway, terminal);
  } finally {
    await sandbox.close();
  }
}

async function untilStopped(gateway: Gateway, terminal: Terminal): Promise<number> {
  const signal = await terminal.untilStopped();
  gateway.logger.log('info', 'stopping', { signal });
  await gateway.close();
  return 0;
}
