import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { type ExplorerOptions, registerExplorer } from './explorer.ts';

const folder = `${mkdtempSync(join(tmpdir(), 'explorer-'))}/`;
const SCRIPT = 'console.log("built")';
mkdirSync(`${folder}assets`);
writeFileSync(`${folder}index.html`, '<!doctype html><title>Portcullis explorer</title>');
writeFileSync(`${folder}inventory.html`, '<!doctype html><title>Inventory · Portcullis</title>');
writeFileSync(`${folder}secret.txt`, 'not an asset');
writeFileSync(`${folder}assets/main-1.js`, SCRIPT);
writeFileSync(`${folder}assets/main-1.js.gz`, gzipSync(SCRIPT));
writeFileSync(`${folder}assets/notes.md`, 'not of a type that the page needs');
afterAll(() => rmSync(folder, { recursive: true }));

function get(url: string, options: Partial<ExplorerOptions> = {}, headers: Record<string, string> = {}) {
  const app = Fastify();
  registerExplorer(app, { enabled: true, folder, ...options });
  return app.inject({ url, headers });
}

describe('a page', () => {
  it.each([
    ['/', 'Portcullis explorer'],
    ['/inventory', 'Inventory · Portcullis'],
  ])('is served at %s and never kept', async (path, title) => {
    const response = await get(path);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain(title);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it.each(['/', '/inventory'])('at %s may load and reach nothing but its own gateway', async (path) => {
    const policy = String((await get(path)).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
  });

  it.each(['/', '/inventory'])('at %s is a 503 that names the command where it has not been built', async (path) => {
    const response = await get(path, { folder: `${folder}missing/` });
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build:explorer');
  });

  it.each(['/', '/inventory'])('at %s does not exist where the explorer is off', async (path) => {
    expect((await get(path, { enabled: false })).statusCode).toBe(404);
  });
});

describe('an asset', () => {
  it('is kept for good', async () => {
    const response = await get('/assets/main-1.js');
    expect(response.body).toBe(SCRIPT);
    expect(response.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(response.headers['cache-control']).toContain('immutable');
  });

  it('comes packed to those who take it so', async () => {
    const response = await get('/assets/main-1.js', {}, { 'accept-encoding': 'br, gzip' });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(response.rawPayload).toString()).toBe(SCRIPT);
  });

  it.each(['missing.js', '..%2Fsecret.txt', '..%2Findex.html', '%2e%2e%2fsecret.txt', 'notes.md', 'main-1.js.gz'])(
    'is a 404 under the name %s',
    async (name) => {
      expect((await get(`/assets/${name}`)).statusCode).toBe(404);
    },
  );
});

describe('the configuration', () => {
  it('offers the tokens of a sandbox', async () => {
    const response = await get('/explorer/config.json', { sandboxTokens: ['sandbox-admin'] });
    expect(response.json()).toEqual({ sandbox: true, tokens: ['sandbox-admin'] });
  });

  it('offers none elsewhere', async () => {
    expect((await get('/explorer/config.json')).json()).toEqual({ sandbox: false, tokens: [] });
  });
});
