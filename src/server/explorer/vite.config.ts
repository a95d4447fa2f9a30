import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const outDir = fileURLToPath(new URL('../../../dist/explorer/', import.meta.url));

/** Scripts and styles are served as they were packed here: the gateway spends no time on it. */
function packAssets(): Plugin {
  return {
    name: 'pack-assets',
    closeBundle() {
      const folder = `${outDir}assets/`;
      for (const file of readdirSync(folder).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
        writeFileSync(`${folder}${file}.gz`, gzipSync(readFileSync(`${folder}${file}`)));
      }
    },
  };
}

const root = fileURLToPath(new URL('./app/', import.meta.url));

/** The explorer and the inventory are built whole, from npm alone: nothing is asked of another host when they run. */
export default defineConfig({
  root,
  build: {
    outDir,
    emptyOutDir: true,
    // The Content-Security-Policy knows no inline script; the polyfill would be one.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The editor is one chunk of several megabytes; it is loaded once and kept for good.
    chunkSizeWarningLimit: 8_000,
    // "use client" and "use no memo" speak to frameworks and compilers that are not at work here.
    rolldownOptions: {
      input: [`${root}index.html`, `${root}inventory.html`],
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: 'es' },
  plugins: [packAssets()],
});
