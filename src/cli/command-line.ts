import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { startFailure } from './start-failure.ts';
import type { Terminal } from './terminal.ts';

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
    terminal.err(`portcullis: ${startFailure(error)}`);
    return 1;
  }
}

const EXAMPLES = `
Examples:
  portcullis                            emulated stores, nothing to set up
  portcullis --config portcullis.yaml   your own stores
  portcullis check --config portcullis.yaml
  portcullis config-schema > portcullis.schema.json`;

/** Each command's code is loaded when it runs: help, and what is wrong with the command line, come at once. */
function createProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('portcullis')
    .description('One GraphQL graph over every secret store a company has.')
    .version(packageVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(`portcullis: ${oneLine(text)}; see --help`),
      getOutHelpWidth: () => terminal.columns ?? 100,
      getErrHelpWidth: () => terminal.columns ?? 100,
    });
  addServe(program, terminal, exit);
  program
    .command('sandbox')
    .description('start the emulated stores alone and print how to reach them')
    .option('--json', 'print one JSON object')
    .option('--secrets <count>', 'about how many secrets they hold in all', integer(5, 100_000), 120)
    .option(
      '-p, --port <port>',
      'the first of their ports, which follow each other; 0 takes free ones',
      integer(0, 65_000),
      4101,
    )
    .option('--control-port <port>', 'also an API that makes them slow, fail, hang, cut or lie', integer(0, 65_535))
    .action(async (options) => {
      const { runSandbox } = await import('./sandbox.ts');
      exit(await runSandbox(options, terminal));
    });
  program
    .command('check')
    .description('check a configuration file, reach every store without asking for a value, and print what each can do')
    .requiredOption('-c, --config <file>', 'configuration file (YAML)')
    .option('--json', 'print one JSON object')
    .action(async (options) => {
      const { check } = await import('./check.ts');
      exit(await check(options, terminal));
    });
  addPolicy(program, terminal, exit);
  addAudit(program, terminal, exit);
  program
    .command('schema')
    .description('print the graph as SDL')
    .action(async () => (await import('./schema.ts')).printSchema(terminal));
  program
    .command('config-schema')
    .description('print the JSON Schema of the configuration file, for editors')
    .action(async () => (await import('./config-schema.ts')).printConfigSchema(terminal));
  return program;
}

function addServe(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command('serve', { isDefault: true })
    .description('run the gateway: over the stores of a configuration file, or over emulated ones')
    // Without a command this one runs, so that a misspelt command arrives here as an argument.
    .argument('[command]')
    .option('-c, --config <file>', 'configuration file (YAML)')
    .option('-p, --port <port>', 'port to listen on, instead of the one configured (4000)', integer(0, 65_535))
    .option(
      '--secrets <count>',
      'without --config: about how many secrets the emulated stores hold (120)',
      integer(5, 100_000),
    )
    .action(async (word: string | undefined, options, command: Command) => {
      if (word !== undefined) command.error(`error: there is no command ${word}`);
      const { serve } = await import('./serve.ts');
      exit(await serve(options, terminal));
    });
}

function addPolicy(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command('policy')
    .description('ask the policy of a configuration file')
    .helpCommand(false)
    .command('explain')
    .description('print what is decided, and the statement that decides it')
    .requiredOption('-c, --config <file>', 'configuration file (YAML)')
    .requiredOption('--role <role...>', 'the roles of a principal')
    .requiredOption('--action <action>', 'what would be done: secret:reveal')
    .requiredOption('--resource <resource>', 'to what: store/group/secret, each part percent-encoded')
    .action(async (options) => {
      const { explainPolicy } = await import('./policy-explain.ts');
      exit(explainPolicy(options, terminal));
    });
}

function addAudit(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command('audit')
    .description('check the audit log')
    .helpCommand(false)
    .command('verify')
    .description('find every line of the audit log that was edited, dropped, swapped, inserted or cut off')
    .argument('<file...>', 'files of one or more chains, rotated ones included')
    .option('--public-key <file...>', 'PEM files of the keys that sign; without one only the chain is checked')
    .option('--json', 'print one JSON object')
    .action(async (files: readonly string[], options: { publicKey?: readonly string[]; json?: boolean }) => {
      const { runAuditVerify } = await import('../audit/verify-command.ts');
      const { publicKey: publicKeys = [], json = false } = options;
      const { exitCode, text } = await runAuditVerify({ files, publicKeys, json });
      terminal.out(text);
      exit(exitCode);
    });
}

/** Commander's message as we say things: no prefix of its own, its suggestion on the same line. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\((?:Did you mean )(.*)\?\)$/, ', did you mean $1')
    .replace(/\.$/, '');
}

function integer(min: number, max: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < min || number > max)
      throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
    return number;
  };
}

/** The package's own file lies two folders above, in the sources and in what is built. */
function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String((manifest as { readonly version?: unknown }).version);
}
