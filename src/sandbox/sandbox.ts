import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProviderDefinition } from '../connectors/define.ts';
import type { Emulator, EmulatorOptions } from '../connectors/emulation/emulator.ts';
import { SANDBOX_POLICY, SANDBOX_ROLES } from './policy.ts';

/** One emulated store of the sandbox. */
export interface SandboxStore {
  /** The store's name in the configuration that uses it. */
  readonly name: string;
  readonly provider: string;
  readonly title: string;
  readonly emulator: Emulator;
}

export interface Sandbox {
  readonly stores: readonly SandboxStore[];
  /** A whole configuration that uses all of them, as a plain object: YAML or JSON can be made of it. */
  readonly config: Readonly<Record<string, unknown>>;
  /** A folder of its own, which goes with it. */
  readonly directory: string;
  /** The tokens to try; each word is the token. */
  readonly tokens: readonly string[];
  readonly close: () => Promise<void>;
}

export interface SandboxOptions {
  readonly providers: Readonly<Record<string, ProviderDefinition>>;
  /** How many secrets in all, spread evenly over the stores. */
  readonly secrets: number;
  /** The first of consecutive ports; 0 takes free ones. */
  readonly firstPort: number;
  readonly now: () => number;
}

/**
 * Starts every provider's emulator with the same believable company in it. Files that clients need (certificates)
 * live in a folder of their own, which goes when the sandbox closes.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const directory = mkdtempSync(join(tmpdir(), 'portcullis-sandbox-'));
  const entries = Object.entries(options.providers);
  const secrets = Math.max(1, Math.round(options.secrets / entries.length));
  const starts = await Promise.allSettled(
    entries.map(([provider, definition], index) =>
      startStore(definition, {
        provider,
        secrets,
        port: options.firstPort === 0 ? 0 : options.firstPort + index,
        now: options.now,
        directory: join(directory, provider),
      }),
    ),
  );
  const stores = starts.filter((start) => start.status === 'fulfilled').map((start) => start.value);
  const close = async () => {
    await Promise.all(stores.map(({ emulator }) => emulator.close()));
    rmSync(directory, { recursive: true, force: true });
  };
  // All have been waited for: one that came up after another failed must be closed too.
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  return { stores, config: configOf(stores), directory, tokens: Object.keys(SANDBOX_ROLES), close };
}

async function startStore(
  definition: ProviderDefinition,
  { provider, ...options }: EmulatorOptions & { readonly provider: string },
): Promise<SandboxStore> {
  const { startEmulator } = await definition.emulator();
  mkdirSync(options.directory, { mode: 0o700 });
  return { name: provider, provider, title: definition.title, emulator: await startEmulator(options) };
}

function configOf(stores: readonly SandboxStore[]): Readonly<Record<string, unknown>> {
  return {
    stores: stores.map(({ name, provider, emulator }) => ({ ...emulator.storeConfig, name, provider })),
    auth: {
      tokens: Object.entries(SANDBOX_ROLES).map(([token, roles]) => ({
        name: token,
        sha256: createHash('sha256').update(token).digest('hex'),
        roles,
      })),
    },
    policy: SANDBOX_POLICY,
  };
}
