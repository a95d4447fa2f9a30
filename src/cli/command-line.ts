import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config/load.ts';
import { causeName } from '../domain/errors.ts';
import { check } from './check.ts';
import { formatFaults } from './faults.ts';
import { runSandbox } from './sandbox.ts';
import { printConfigSchema, printSchema } from './schema.ts';
import { serve } from './serve.ts';

/** The process as the commands see it: handed in, so that tests can run them. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves when the process is asked to end, to the name of the signal. */
  readonly untilStopped: () => Promise<string>;
}

/** Exit codes: 0 done, 1 failed, 2 the command line or the configuration cannot be used. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof ConfigError) {
      terminal.err(formatFaults(error));
      return 2;
    }
    terminal.err(`portcullis: ${startFailure(error)}`);
    return 1;
  }
}

function createProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('portcullis')
    .description('One GraphQL graph over every secret store a company has.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  program
    .command('serve', { isDefault: true })
    .description('run the gateway: over the stores of a configuration file, or without one over five emulated stores')
    .option('-c, --config <file>', 'configuration file (YAML)')
    .option('-p, --port <port>', 'port to listen on, instead of the one configured', integer(0, 65_535))
    .option(
      '--secrets <count>',
      'without a configuration: about how many secrets the emulated stores hold',
      integer(5, 100_000),
      120,
    )
    .action(async (options) => exit(await serve(options, terminal)));
  program
    .command('sandbox')
    .description('start the five emulated stores alone and print how to reach them')
    .option('--json', 'print one JSON object')
    .option('--secrets <count>', 'about how many secrets they hold in all', integer(5, 100_000), 120)
    .option('--port <port>', 'the first of consecutive ports; 0 takes free ones', integer(0, 65_000), 4101)
    .action(async (options) => exit(await runSandbox(options, terminal)));
  program
    .command('check')
    .description('check a configuration file, reach every store without asking for a value, and print what each can do')
    .requiredOption('-c, --config <file>', 'configuration file (YAML)')
    .option('--json', 'print one JSON object')
    .action(async (options) => exit(await check(options, terminal)));
  program
    .command('schema')
    .description('print the graph as SDL')
    .action(() => printSchema(terminal));
  program
    .command('config-schema')
    .description('print the JSON Schema of the configuration file, for editors')
    .action(() => printConfigSchema(terminal));
  return program;
}

function integer(min: number, max: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < min || number > max)
      throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
    return number;
  };
}

function startFailure(error: unknown): string {
  const name = causeName(error);
  if (name === 'EADDRINUSE')
    return 'the port is in use; choose another with --port, or server.port in the configuration';
  if (name === 'EACCES') return 'the address or a file may not be used (EACCES)';
  return `could not start (${name})`;
}
