import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built pages, beside the compiled code; found alike from `src/` and from `dist/`. */
export const BUILT_EXPLORER = fileURLToPath(new URL('../../../dist/explorer/', import.meta.url));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** A built file, as it goes out. */
export interface Asset {
  readonly contentType: string;
  readonly content: Buffer;
  readonly gzipped: boolean;
}

/** The pages that are built, by the names of their files. */
export type PageName = 'index' | 'inventory';

export interface BuiltExplorer {
  readonly pages: Readonly<Record<PageName, string>>;
  /**
   * The asset of that name, packed where the client takes it and the build packed it; null for every name that the
   * build did not write. Names are looked up, never joined to a path.
   */
  asset(name: string, acceptsGzip: boolean): Asset | null;
}

/** Null where it has not been built. The pages are read now, the assets as they are asked for. */
export function openBuiltExplorer(folder: string): BuiltExplorer | null {
  const fileOf = (page: PageName) => `${folder}${page}.html`;
  if (!existsSync(fileOf('index')) || !existsSync(fileOf('inventory'))) return null;
  const files = new Set(readdirSync(`${folder}assets/`));
  return {
    pages: { index: readFileSync(fileOf('index'), 'utf8'), inventory: readFileSync(fileOf('inventory'), 'utf8') },
    asset: (name, acceptsGzip) => {
      const contentType = CONTENT_TYPES[extname(name)];
      if (!files.has(name) || contentType === undefined) return null;
      const gzipped = acceptsGzip && files.has(`${name}.gz`);
      const content = readFileSync(`${folder}assets/${name}${gzipped ? '.gz' : ''}`);
      return { contentType, content, gzipped };
    },
  };
}
