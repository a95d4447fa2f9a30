#!/usr/bin/env node
// Nothing is imported before the first sentence: an old Node must get far enough to say it.
const OLDEST_NODE = 24;

/** A key press arrives twice where npm runs us: from the terminal, and from npm, which passes it on. */
const ECHO_MS = 1_000;
const LEFT_OPEN_MS = 500;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(`portcullis: needs Node ${OLDEST_NODE} or later; this is Node ${process.versions.node}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await main();
  // Nothing that was left open may keep a process that has nothing to do any more.
  setTimeout(() => process.exit(), LEFT_OPEN_MS).unref();
}

async function main(): Promise<number> {
  const stop = stopOnSignals();
  // Whoever read our output has left (`portcullis schema | head`): there is nobody to tell.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const { runCommandLine } = await import('./cli/command-line.ts');
  return runCommandLine(process.argv, {
    env: process.env,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    columns: process.stdout.columns,
    colours: process.stdout.isTTY && process.stdout.hasColors(),
    stop,
  });
}

/** From the first moment on, so that a signal during the start ends what has been started; a second one insists. */
function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  let firstAt: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (firstAt !== null && Date.now() - firstAt > ECHO_MS) process.exit(130);
      firstAt ??= Date.now();
      stop.abort(signal);
    });
  }
  return stop.signal;
}
