import { z } from 'zod';
import type { EmulatedAnswer } from '../../emulation/server.ts';
import { readBody, textField } from './body.ts';
import { assertManager, clusterError, EngineError, type EngineRequest, empty, json } from './engine.ts';
import { matchesAny, matchesLabels, readFilters } from './filters.ts';
import { lookUp, type ServiceSpec, type StoredService, type Swarm } from './swarm.ts';

/** The engine makes up two words where a service has no name. */
const GENERATED_NAME = 'competent_visvesvaraya';

const references = z.object({
  Name: z.string(),
  Labels: z.record(z.string(), z.string()).nullish(),
  Mode: z
    .object({ Global: z.unknown().optional(), Replicated: z.object({ Replicas: z.number().nullish() }).nullish() })
    .nullish(),
  TaskTemplate: z.object({
    ContainerSpec: z.object({
      Image: z.string().min(1),
      Secrets: z.array(z.object({ SecretID: z.string(), SecretName: z.string() })).nullish(),
    }),
  }),
});

export function listServices(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const filters = readFilters(request, ['id', 'label', 'mode', 'name', 'runtime']);
  assertManager(swarm.state);
  const modes = filters.get('mode');
  const found = [...swarm.services.values()].filter(({ id, spec }) => {
    const { Labels, Mode } = references.parse(spec);
    const mode = Mode?.Global === undefined ? 'replicated' : 'global';
    const named = matchesAny({ id, name: spec.Name }, filters) && matchesLabels(Labels ?? {}, filters.get('label'));
    return named && (modes === undefined || modes.includes(mode));
  });
  const status = request.query.get('status') === 'true' || request.query.get('status') === '1';
  return json(request.profile, 200, found.map(status ? withStatus : asJson));
}

export function createService(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const spec = readSpec(request);
  assertManager(swarm.state);
  const secretIds = resolveSecrets(swarm, spec);
  if ([...swarm.services.values()].some((service) => service.spec.Name === spec.Name)) {
    const text = `name conflicts with an existing object: service ${spec.Name} already exists`;
    throw clusterError(409, 'AlreadyExists', text);
  }
  const index = swarm.nextIndex();
  const at = swarm.timestamp();
  const id = swarm.newId();
  swarm.services.set(id, { id, index, createdAt: at, updatedAt: at, secretIds, spec });
  swarm.record({ type: 'service', action: 'create', id, name: spec.Name });
  return json(request.profile, 201, { ID: id });
}

export function inspectService(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  assertManager(swarm.state);
  return json(request.profile, 200, asJson(find(swarm, request)));
}

export function updateService(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const spec = readSpec(request);
  const version = request.query.get('version') ?? '';
  if (!/^\d{1,20}$/.test(version)) {
    throw new EngineError(400, `invalid service version '${version}': strconv.ParseUint: parsing: invalid syntax`);
  }
  assertManager(swarm.state);
  const service = find(swarm, request);
  const secretIds = resolveSecrets(swarm, spec);
  if (version !== String(service.index)) throw clusterError(500, 'Unknown', 'update out of sequence');
  const index = swarm.nextIndex();
  const changed = { index, updatedAt: swarm.timestamp(), previousSpec: service.spec, spec, secretIds };
  swarm.services.set(service.id, { ...service, ...changed });
  swarm.record({ type: 'service', action: 'update', id: service.id, name: spec.Name });
  return json(request.profile, 200, {});
}

export function deleteService(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  assertManager(swarm.state);
  const service = find(swarm, request);
  swarm.services.delete(service.id);
  swarm.record({ type: 'service', action: 'remove', id: service.id, name: service.spec.Name });
  return empty(request.profile, 200);
}

function readSpec(request: EngineRequest): ServiceSpec {
  const body = readBody(request, 'ServiceSpec');
  const name = textField(body, 'Name', { type: 'ServiceSpec', modern: request.profile.modern });
  const given = JSON.parse(request.body.toString('utf8') || '{}') as object;
  return { ...given, Name: name === '' ? GENERATED_NAME : name };
}

/** A reference counts by its id, but must name the secret right as well. */
function resolveSecrets(swarm: Swarm, spec: ServiceSpec): readonly string[] {
  const parsed = references.safeParse(spec);
  if (!parsed.success) throw clusterError(400, 'InvalidArgument', 'ContainerSpec: image reference must be provided');
  const wanted = parsed.data.TaskTemplate.ContainerSpec.Secrets ?? [];
  const wrong = wanted.filter(({ SecretID, SecretName }) => swarm.secrets.get(SecretID)?.name !== SecretName);
  if (wrong.length > 0) {
    const kind = wrong.length === 1 ? 'secret' : 'secrets';
    const names = wrong.map(({ SecretName }) => SecretName).join(', ');
    throw clusterError(400, 'InvalidArgument', `${kind} not found: ${names}`);
  }
  return wanted.map(({ SecretID }) => SecretID);
}

function find(swarm: Swarm, request: EngineRequest): StoredService {
  const services = Array.from(swarm.services.values());
  return lookUp(
    'service',
    request.parts[0] ?? '',
    services.map((service) => [{ id: service.id, name: service.spec.Name }, service]),
  );
}

function asJson(service: StoredService): Record<string, unknown> {
  return {
    ID: service.id,
    Version: { Index: service.index },
    CreatedAt: service.createdAt,
    UpdatedAt: service.updatedAt,
    Spec: service.spec,
    PreviousSpec: service.previousSpec,
    Endpoint: { Spec: {} },
  };
}

function withStatus(service: StoredService): Record<string, unknown> {
  const desired = references.parse(service.spec).Mode?.Replicated?.Replicas ?? 1;
  const status = { RunningTasks: desired, DesiredTasks: desired, CompletedTasks: 0 };
  return { ...asJson(service), ServiceStatus: status };
}
