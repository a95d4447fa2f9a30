import type { ConfigError } from '../config/load.ts';

/** All faults, a line each: where, and what to do. */
export function formatFaults(error: ConfigError): string {
  const lines = error.faults.map(({ path, message, line }) => {
    const place = [line === undefined ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
    return place === '' ? `  ${message}` : `  ${place}: ${message}`;
  });
  return [`portcullis: ${error.message}; nothing was started`, ...lines].join('\n');
}
