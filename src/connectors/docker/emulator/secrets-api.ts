import type { EmulatedAnswer } from '../../emulation/server.ts';
import { bytesField, type GoObject, goObject, readBody, textField, textMap } from './body.ts';
import { assertManager, clusterError, EngineError, type EngineRequest, empty, isOlder, json } from './engine.ts';
import { matchesAny, matchesLabels, type ParsedFilters, readFilters } from './filters.ts';
import { assertSecretName, type DriverSpec, lookUp, type StoredSecret, type Swarm } from './swarm.ts';

const MAX_DATA_BYTES = 512_000;
const TYPE = 'SecretSpec';
const FILTERS = ['id', 'label', 'name', 'names'];

export function listSecrets(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const filters = readFilters(request, FILTERS);
  assertManager(swarm.state);
  const labels = filters.get('label');
  const found = candidates(swarm, filters).filter((secret) => matchesLabels(secret.labels, labels));
  return json(request.profile, 200, found.map(asJson));
}

/** Full ids, however many, are looked up; anything else is compared with every secret. */
function candidates(swarm: Swarm, filters: ParsedFilters): readonly StoredSecret[] {
  const ids = filters.get('id');
  if (ids?.every((id) => id.length === 25) && !filters.has('name') && !filters.has('names')) {
    return ids.flatMap((id) => swarm.secrets.get(id) ?? []).sort((left, right) => (left.id < right.id ? -1 : 1));
  }
  return swarm.sortedSecrets().filter((secret) => matchesAny(secret, filters));
}

export function createSecret(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const { modern } = request.profile;
  const body = readBody(request, TYPE);
  const name = textField(body, 'Name', { type: TYPE, modern });
  const labels = textMap(body, 'Labels', { type: TYPE, modern });
  const data = bytesField(body, 'Data', { type: TYPE, modern });
  const driver = driverField(body, 'Driver', modern);
  const templating = driverField(body, 'Templating', modern);
  assertVersionKnows(request.apiVersion, templating);
  assertManager(swarm.state);
  assertSpec({ name, data, driver });
  if (swarm.secretNamed(name) !== undefined) {
    throw clusterError(409, 'AlreadyExists', `secret ${name} already exists`);
  }
  const index = swarm.nextIndex();
  const at = swarm.timestamp();
  const id = swarm.newId();
  swarm.addSecret({
    id,
    name,
    index,
    createdAt: at,
    updatedAt: at,
    labels,
    data: () => data,
    ...(driver === null || isOlder(request.apiVersion, '1.31') ? {} : { driver }),
    ...(templating === null ? {} : { templating }),
  });
  swarm.record({ type: 'secret', action: 'create', id, name });
  return json(request.profile, 201, { ID: id });
}

export function inspectSecret(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  assertManager(swarm.state);
  return json(request.profile, 200, asJson(find(swarm, request)));
}

export function updateSecret(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const { modern } = request.profile;
  const body = readBody(request, TYPE);
  const name = textField(body, 'Name', { type: TYPE, modern });
  const labels = textMap(body, 'Labels', { type: TYPE, modern });
  const data = bytesField(body, 'Data', { type: TYPE, modern });
  const version = request.query.get('version') ?? '';
  if (!/^\d{1,20}$/.test(version)) throw new EngineError(400, 'invalid secret version');
  assertManager(swarm.state);
  const secret = find(swarm, request);
  // The engine compares a value that is sent with the one it keeps: an oracle, and played as such.
  const otherData = data !== null && data.length > 0 && secret.data()?.equals(data) !== true;
  if (name !== secret.name || otherData) {
    throw clusterError(400, 'InvalidArgument', 'only updates to Labels are allowed');
  }
  if (version !== String(secret.index)) throw clusterError(500, 'Unknown', 'update out of sequence');
  secret.labels = labels;
  secret.index = swarm.nextIndex();
  secret.updatedAt = swarm.timestamp();
  swarm.record({ type: 'secret', action: 'update', id: secret.id, name });
  return empty(request.profile, 200);
}

export function deleteSecret(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  assertManager(swarm.state);
  const secret = find(swarm, request);
  const users = [...swarm.services.values()]
    .filter(({ secretIds }) => secretIds.includes(secret.id))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  if (users.length > 0) {
    const names = users.map(({ spec }) => spec.Name).join(', ');
    const kind = users.length === 1 ? 'service' : 'services';
    throw clusterError(400, 'InvalidArgument', `secret '${secret.name}' is in use by the following ${kind}: ${names}`);
  }
  swarm.removeSecret(secret);
  swarm.record({ type: 'secret', action: 'remove', id: secret.id, name: secret.name });
  return empty(request.profile, 204);
}

function find(swarm: Swarm, request: EngineRequest): StoredSecret {
  const input = request.parts[0] ?? '';
  const exact = swarm.secrets.get(input) ?? swarm.secretNamed(input);
  return (
    exact ??
    lookUp(
      'secret',
      input,
      Array.from(swarm.secrets.values(), (secret) => [secret, secret]),
    )
  );
}

function assertSpec(spec: { name: string; data: Buffer | null; driver: DriverSpec | null }): void {
  assertSecretName(spec.name);
  if (spec.driver !== null) {
    if (spec.driver.Name === undefined) throw clusterError(400, 'InvalidArgument', 'secret driver must have a name');
    if (!KNOWN_DRIVERS.has(spec.driver.Name)) {
      throw clusterError(500, 'Unknown', `plugin "${spec.driver.Name}" not found`);
    }
    return;
  }
  const size = spec.data?.length ?? 0;
  if (size > 0 && size < MAX_DATA_BYTES) return;
  const text = `secret data must be larger than 0 and less than ${MAX_DATA_BYTES} bytes`;
  throw clusterError(400, 'InvalidArgument', text);
}

/** The secrets plugins that the emulated engine has installed. */
const KNOWN_DRIVERS: ReadonlySet<string> = new Set(['vault-secrets', 'aws-secrets']);

function assertVersionKnows(apiVersion: string, templating: DriverSpec | null): void {
  if (templating === null || !isOlder(apiVersion, '1.37')) return;
  throw new EngineError(400, `secret templating is not supported on the specified API version: ${apiVersion}`);
}

function driverField(body: GoObject, name: string, modern: boolean): DriverSpec | null {
  const value = body.get(name);
  if (value === null || value === undefined) return null;
  const driver = goObject(value, `Go struct field ${TYPE}.${name} of type swarm.Driver`, modern);
  const options = textMap(driver, 'Options', { type: `${TYPE}.${name}`, modern });
  const Name = textField(driver, 'Name', { type: `${TYPE}.${name}`, modern });
  const filled = Object.keys(options).length > 0;
  return { ...(Name === '' ? {} : { Name }), ...(filled ? { Options: options } : {}) };
}

/** `Data` is never in an answer, not even as an empty key. */
function asJson(secret: StoredSecret): unknown {
  return {
    ID: secret.id,
    Version: { Index: secret.index },
    CreatedAt: secret.createdAt,
    UpdatedAt: secret.updatedAt,
    Spec: { Name: secret.name, Labels: secret.labels, Driver: secret.driver, Templating: secret.templating },
  };
}
