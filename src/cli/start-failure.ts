import { AuditFileError } from '../audit/file-error.ts';
import { causeName, PortcullisError } from '../domain/errors.ts';
import { framesOf } from '../telemetry/logger.ts';

interface SystemError extends Error {
  readonly syscall?: unknown;
  readonly path?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
}

/** Why nothing could be started, in words that say what to change; of a library's error only its code and place. */
export function startFailure(error: unknown): string {
  if (error instanceof PortcullisError || error instanceof AuditFileError) return error.message;
  const name = causeName(error);
  const { syscall, path, address, port } = (error instanceof Error ? error : {}) as SystemError;
  if (syscall === 'listen' || syscall === 'bind') return cannotListen(name, `${address}:${port}`, port);
  if (syscall === 'getaddrinfo') return `the address to listen on has no such name (${name}); see server.host`;
  if (typeof path === 'string') return `${path} cannot be used (${name})`;
  const [place] = framesOf(error);
  return `could not start (${name}${place === undefined ? '' : ` at ${place}`})`;
}

function cannotListen(name: string, place: string, port: unknown): string {
  if (name === 'EADDRINUSE') return `port ${port} is in use; choose another with --port, or --port 0 for a free one`;
  if (name === 'EACCES') return `${place} may not be listened on; choose a port above 1023 with --port`;
  if (name === 'EADDRNOTAVAIL') return `${place} is no address of this machine; see server.host`;
  return `${place} cannot be listened on (${name})`;
}
