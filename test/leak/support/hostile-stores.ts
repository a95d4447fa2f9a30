import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { Sandbox, SandboxStore } from '../../../src/sandbox/sandbox.ts';
import type { Canaries } from './canaries.ts';
import { type HostileUpstream, startHostileUpstream } from './hostile-upstream.ts';

/** A second store for every emulator, with something in between that puts values where none belong. */
export interface HostileStores {
  /** Entries of `stores:`, called 'hostile-<word>'. */
  readonly storeConfigs: readonly object[];
  close(): Promise<void>;
}

export async function startHostileStores(sandbox: Sandbox, canaries: Canaries): Promise<HostileStores> {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-hostile-'));
  const identity = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, identity.cert);

  const started: HostileUpstream[] = [];
  const storeConfigs = await Promise.all(
    sandbox.stores.map(async (store) => {
      const { endpoint, credentials } = configOf(store);
      const isTls = endpoint.startsWith('https:');
      const url = new URL(endpoint.replace(/^tcp:/, 'http:'));
      const upstream = await startHostileUpstream({
        origin: url.origin,
        text: canaries.plantWild(`what the hostile ${store.name} puts into bodies`),
        plain: canaries.plant(`what the hostile ${store.name} puts into headers`),
        ...(isTls ? { client: clientOf(credentials), server: { cert: identity.cert, key: identity.private } } : {}),
      });
      started.push(upstream);
      return {
        ...store.emulator.storeConfig,
        name: `hostile-${store.name}`,
        endpoint: endpoint.replace(`:${url.port}`, `:${upstream.port}`),
        ...(isTls ? { credentials: { ...credentials, caFile } } : {}),
      };
    }),
  );
  return {
    storeConfigs,
    async close() {
      await Promise.all(started.map((upstream) => upstream.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface StoreEntry {
  readonly endpoint: string;
  readonly credentials: Readonly<Record<string, string>>;
}

function configOf({ emulator }: SandboxStore): StoreEntry {
  return emulator.storeConfig as unknown as StoreEntry;
}

function clientOf({ certFile = '', keyFile = '', caFile = '' }: StoreEntry['credentials']) {
  return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8'), ca: readFileSync(caFile, 'utf8') };
}
