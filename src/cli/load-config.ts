import { type Config, ConfigError, loadConfigFile } from '../config/load.ts';
import { PROVIDERS } from '../connectors/registry.ts';
import type { Terminal } from './terminal.ts';

/** The checked configuration; null where it cannot be used, after all that is wrong with it was printed. */
export function loadConfig(file: string, terminal: Terminal): Config | null {
  try {
    return loadConfigFile(file, { providers: PROVIDERS, env: terminal.env });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    terminal.err(faultText(file, error.faults));
    return null;
  }
}

/** All faults, a line each in the order of the file: where, and what to do. */
function faultText(file: string, faults: ConfigError['faults']): string {
  const head = `portcullis: ${file} has ${faults.length} fault${faults.length === 1 ? '' : 's'}; nothing was started`;
  const ordered = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const lines = ordered.map(({ path, message, line }) => {
    const place = [line === undefined ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
    return place === '' ? `  ${message}` : `  ${place}: ${message}`;
  });
  return [head, ...lines].join('\n');
}
