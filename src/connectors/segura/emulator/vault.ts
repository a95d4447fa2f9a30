import { hexOf } from '../../emulation/seed.ts';
import type { ValueMap } from './bodies.ts';
import { encryptMaps } from './encryption.ts';
import { seedMaps, seedSecret } from './seeds.ts';

export interface EmulatedSecret {
  readonly id: string;
  readonly name: string;
  readonly identity: string;
  readonly version: string;
  readonly description: string;
  readonly expirationDate: string;
  readonly expiresAt: number | null;
  readonly engine: string;
  /** Null: as seeded, made on demand. */
  readonly maps: readonly ValueMap[] | null;
  /** Its entry in the list, once somebody listed it. */
  json: string | null;
}

export interface Application {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly tags: readonly string[];
}

/** One credential, and everything that it sees. */
export interface Authorization {
  readonly number: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly application: Application;
  readonly system: string;
  readonly environment: string;
  readonly uniqueKey: string;
  readonly encrypted: boolean;
  readonly mayRegister: boolean;
  active: boolean;
  /** By identity. */
  readonly secrets: Map<string, EmulatedSecret>;
}

export interface Vault {
  readonly main: Authorization;
  authorization(clientId: string): Authorization | undefined;
  authorizations(): readonly Authorization[];
  application(name: string): Application | undefined;
  register(wanted: NewAuthorization): Authorization;
  /** Creates the identity or replaces it; true where it was there. */
  save(authorization: Authorization, secret: NewSecret): { readonly secret: EmulatedSecret; readonly known: boolean };
  remove(authorization: Authorization, secretId: string): boolean;
  /** Those that have not expired: an expired secret is inactivated and leaves the list. */
  visible(authorization: Authorization): readonly EmulatedSecret[];
  values(): readonly string[];
}

export interface NewSecret extends Omit<EmulatedSecret, 'id' | 'version' | 'json' | 'maps'> {
  readonly maps: readonly ValueMap[];
  /** Left out: one more than before. */
  readonly version?: string;
}
export interface NewAuthorization extends Omit<Application, 'id'> {
  readonly system: string;
  readonly environment: string;
  readonly uniqueKey: string;
  readonly encrypted: boolean;
  readonly mayRegister: boolean;
}

const SEEDED: NewAuthorization = {
  name: 'platform-delivery',
  description: 'Secrets of the delivery pipelines',
  tags: ['delivery', 'kubernetes'],
  system: 'kubernetes',
  environment: 'prod',
  uniqueKey: '',
  encrypted: false,
  mayRegister: true,
};

/** The state behind the emulator: applications, their authorizations, and the secrets that each one sees. */
export function createVault(options: { readonly secrets: number; readonly now: () => number }): Vault {
  const { now } = options;
  const applications = new Map<string, Application>();
  const authorizations = new Map<string, Authorization>();
  const retired: string[] = [];
  let nextId = 101 + options.secrets;

  const register = (wanted: NewAuthorization): Authorization => {
    const known = applications.get(wanted.name);
    const { name, description, tags, ...rest } = wanted;
    const application = known ?? { id: applications.size + 4, name, description, tags };
    applications.set(name, application);
    const number = authorizations.size + 6;
    const authorization: Authorization = {
      ...rest,
      number,
      clientId: hexOf(`segura:client:${number}`, 41),
      clientSecret: hexOf(`segura:signature:${number}`, 32),
      application,
      active: true,
      secrets: new Map(),
    };
    authorizations.set(authorization.clientId, authorization);
    return authorization;
  };

  const main = register(SEEDED);
  for (let index = 0; index < options.secrets; index += 1) {
    const secret = seedSecret(index, now());
    main.secrets.set(secret.identity, secret);
  }

  return {
    main,
    register,
    authorization: (clientId) => authorizations.get(clientId),
    authorizations: () => [...authorizations.values()],
    application: (name) => applications.get(name),
    save: (authorization, wanted) => {
      const before = authorization.secrets.get(wanted.identity);
      if (before !== undefined) retired.push(...plaintexts(before));
      const secret: EmulatedSecret = {
        ...wanted,
        id: before?.id ?? String(nextId++),
        version: wanted.version ?? String(Number(before?.version ?? 0) + 1),
        json: null,
      };
      authorization.secrets.set(secret.identity, secret);
      return { secret, known: before !== undefined };
    },
    remove: (authorization, secretId) => {
      const secret = [...authorization.secrets.values()].find(({ id }) => id === secretId);
      if (secret === undefined) return false;
      retired.push(...plaintexts(secret));
      return authorization.secrets.delete(secret.identity);
    },
    visible: (authorization) => {
      const instant = now();
      return [...authorization.secrets.values()].filter(({ expiresAt }) => expiresAt === null || expiresAt > instant);
    },
    values: () => {
      const held = [...authorizations.values()].flatMap(({ secrets }) => [...secrets.values()].flatMap(plaintexts));
      return [...new Set([...held, ...retired])];
    },
  };
}

/** A secret as the list shows it to this authorization. */
export function secretJson(secret: EmulatedSecret, encrypted: boolean): Readonly<Record<string, unknown>> {
  const maps = mapsOf(secret);
  return {
    secret_id: secret.id,
    secret_name: secret.name,
    identity: secret.identity,
    version: secret.version,
    expiration_date: secret.expirationDate,
    engine: secret.engine,
    data: encrypted ? encryptMaps(maps) : maps,
  };
}

function mapsOf(secret: EmulatedSecret): readonly ValueMap[] {
  return secret.maps ?? seedMaps(secret.identity);
}

function plaintexts(secret: EmulatedSecret): readonly string[] {
  return mapsOf(secret).flatMap((map) =>
    Object.entries(map).flatMap(([name, value]) => (name === 'TTL' || value === null || value === '' ? [] : [value])),
  );
}
