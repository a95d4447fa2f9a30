import { PortcullisError } from '../../domain/errors.ts';
import { VERSION_REFUSED } from './errors.ts';

/**
 * The newest API version whose `/secrets` part was compared with the reference and found to be the same.
 * @see https://github.com/moby/moby/tree/master/api/docs v1.41.yaml, v1.44.yaml; https://docs.docker.com/reference/api/engine/version-history/
 */
export const NEWEST_VERSION = '1.55';
/** Drivers came with 1.31 and templating with 1.37: an older engine would drop them without a word. */
const OLDEST_VERSION = '1.37';

export interface VersionNegotiation {
  /**
   * Calls with the version that both sides speak. The first call asks the engine; when the engine refuses the version
   * later (it was replaced), it is asked again and the call is sent once more: a refused version means that nothing
   * was done.
   */
  run<T>(signal: AbortSignal, call: (version: string) => Promise<T>): Promise<T>;
}

/**
 * `ask` answers the engine's newest version (its header `Api-Version`), or undefined where it names none. Its answer
 * is kept and shared: concurrent callers cause one question, and one caller giving up takes it from nobody.
 */
export function createVersionNegotiation(ask: () => Promise<string | undefined>): VersionNegotiation {
  let current: Promise<string> | null = null;

  const negotiate = (): Promise<string> => {
    if (current !== null) return current;
    const asked = ask().then(agree);
    current = asked;
    asked.catch(() => forget(asked));
    return asked;
  };
  const forget = (asked: Promise<string>) => {
    if (current === asked) current = null;
  };

  return {
    async run(signal, call) {
      const first = negotiate();
      const version = await untilAborted(signal, first);
      try {
        return await call(version);
      } catch (error) {
        if (!isVersionRefused(error)) throw error;
        forget(first);
        const next = await untilAborted(signal, negotiate());
        if (next === version) throw error;
        return await call(next);
      }
    },
  };
}

/** The smaller of the engine's newest version and ours. */
export function agree(engineVersion: string | undefined): string {
  if (engineVersion === undefined || !/^\d{1,3}\.\d{1,3}$/.test(engineVersion)) {
    throw new PortcullisError('UPSTREAM_INVALID_RESPONSE', 'The endpoint does not answer as a Docker Engine does.');
  }
  if (isOlder(engineVersion, OLDEST_VERSION)) {
    const message = `The engine is too old: its API must be ${OLDEST_VERSION} or newer.`;
    throw new PortcullisError('UPSTREAM_REJECTED', message);
  }
  return isOlder(engineVersion, NEWEST_VERSION) ? engineVersion : NEWEST_VERSION;
}

function isOlder(left: string, right: string): boolean {
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
  return leftMajor === rightMajor ? leftMinor < rightMinor : leftMajor < rightMajor;
}

function isVersionRefused(error: unknown): boolean {
  return error instanceof PortcullisError && error.details.causeName === VERSION_REFUSED;
}

/** The shared question outlives a caller that gives up; the caller does not wait for it. */
function untilAborted<T>(signal: AbortSignal, shared: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(new PortcullisError('DEADLINE_EXCEEDED', 'The request was given up before the store had answered.'));
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
