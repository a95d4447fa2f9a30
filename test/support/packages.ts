import { execFile } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The programs that suites start, and the Debian packages that hold them. */
const DEBIAN_PACKAGES = {
  'redis-server': 'redis-server',
  // iproute2 for the loopback interface of the daemon's own network namespace.
  dockerd: 'docker.io iproute2',
  chromium: 'chromium',
} as const;
/** Debian keeps daemons outside the PATH that some shells have. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin'];
/** flock(1) lets go of it when its process ends, however that happens: no stale lock. */
const LOCK_FILE = join(tmpdir(), 'portcullis-apt.lock');

export type ProgramName = keyof typeof DEBIAN_PACKAGES;

/** Where a program is, or why it is not there: `describe.skipIf(program.path === null)`. */
export type Program =
  | { readonly path: string; readonly reason: null }
  | { readonly path: null; readonly reason: string };

/**
 * Finds a program on the PATH. As root on Debian a missing one is installed, one installation at a time on the whole
 * machine. Elsewhere the reason is printed and returned, so that the suite is skipped loudly.
 * @throws Error with the reason where `CI` is `true`: there a skipped suite is a failure.
 */
export async function requireProgram(name: ProgramName): Promise<Program> {
  const found = await findProgram(name);
  if (found !== null) return { path: found, reason: null };
  const refusal = await install(name);
  const installed = await findProgram(name);
  if (installed !== null) return { path: installed, reason: null };
  return { path: null, reason: cannotRun(`${name} is missing: ${refusal ?? 'its package does not hold it'}`) };
}

/**
 * Says aloud why a suite does not run, and hands the reason back.
 * @throws Error with the reason where `CI` is `true`.
 */
export function cannotRun(reason: string): string {
  if (process.env.CI === 'true') throw new Error(`A suite cannot run: ${reason}.`);
  console.warn(`SKIPPED: ${reason}.`);
  return reason;
}

/** The absolute path of a program on the PATH or in the system's folders; null where there is none. */
export async function findProgram(name: string): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of new Set([...folders, ...SYSTEM_FOLDERS])) {
    const path = join(folder, name);
    if (await isExecutable(path)) return path;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Null when it was installed, else why not. */
async function install(name: ProgramName): Promise<string | null> {
  const packages = DEBIAN_PACKAGES[name];
  const byHand = `install ${packages}`;
  if (process.getuid?.() !== 0) return `not root, ${byHand}`;
  if (!(await isDebian())) return `not Debian, ${byHand}`;
  const get = `apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 ${packages}`;
  // Another process may have installed it while this one waited for the lock.
  const script = `command -v ${name} || ${get} || { apt-get update && ${get}; }`;
  // RUNLEVEL=1: the package's own service must not start; each suite starts a private one.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  return run('flock', [LOCK_FILE, 'sh', '-c', script], { env, maxBuffer: 50_000_000 }).then(
    () => null,
    () => `apt-get could not install ${packages}`,
  );
}

async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID=debian$/m.test(release);
}
