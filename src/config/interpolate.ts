import { readFileSync } from 'node:fs';

export interface ConfigFault {
  /** As people write it: 'stores[1].credentials.token'; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** Counted from 1, where it is known. */
  readonly line?: number;
}

type Path = readonly (string | number)[];

/**
 * Fills `${env:NAME}` and `${file:/path}` into every string of the file. A file's trailing line break is dropped, as
 * editors and secret mounts add one. What is missing is a fault; what was filled in is never repeated in one.
 */
export function interpolate(
  value: unknown,
  sources: { readonly env: Readonly<Record<string, string | undefined>> },
  onFault: (path: Path, message: string) => void,
  path: Path = [],
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(env|file):([^}]*)\}/g, (_, kind: string, name: string) => {
      const found = kind === 'env' ? variable(sources.env, name) : readText(name);
      if (found === undefined)
        onFault(
          path,
          kind === 'env' ? `the environment variable ${name} is not set` : `the file ${name} cannot be read`,
        );
      return found ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item, index) => interpolate(item, sources, onFault, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, interpolate(item, sources, onFault, [...path, key])]),
    );
  }
  return value;
}

/** Not what every object inherits. */
function variable(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return Object.hasOwn(env, name) ? env[name] : undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}

export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}
