import { spawnSync } from 'node:child_process';
import { url as inspectorUrl } from 'node:inspector';
import { PortcullisError } from '../domain/errors.ts';

/** Options that write the memory of a running process to a file. */
const DUMPING = /--(heapsnapshot-signal|heapsnapshot-near-heap-limit|heap-prof|report-on-)/;

/**
 * Closes the ways in which a Node process gives away its memory: the inspector must not be open, and SIGUSR1 must not
 * open it; no diagnostic report is written, for it holds the environment; no core is dumped, where the system's `prlimit`
 * is there to say so, which Node cannot.
 * @throws PortcullisError FORBIDDEN where the process was started open
 * @see https://nodejs.org/api/debugger.html#enabling-remote-debugging
 */
export function guardProcess(env: Readonly<Record<string, string | undefined>>): void {
  if (inspectorUrl() !== undefined) throw exposed('the inspector is open: start without --inspect');
  const options = [...process.execArgv, env.NODE_OPTIONS ?? ''].join(' ');
  const dumping = DUMPING.exec(options)?.[0];
  if (dumping !== undefined) throw exposed(`start without ${dumping}, which writes it to a file`);
  // A listener of ours takes the place of Node's own, which opens the inspector.
  process.on('SIGUSR1', () => {});
  const { report } = process;
  report.reportOnFatalError = false;
  report.reportOnSignal = false;
  report.reportOnUncaughtException = false;
  if (process.platform === 'linux') spawnSync('prlimit', [`--pid=${process.pid}`, '--core=0:0'], { stdio: 'ignore' });
}

function exposed(why: string): PortcullisError {
  return new PortcullisError('FORBIDDEN', `The gateway does not start where its memory can be read: ${why}.`);
}
