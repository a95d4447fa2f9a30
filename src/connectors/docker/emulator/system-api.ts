import { hexOf } from '../../emulation/seed.ts';
import type { EmulatedAnswer } from '../../emulation/server.ts';
import { assertManager, commonHeaders, type EngineRequest, json } from './engine.ts';
import { readFilters } from './filters.ts';
import { goTime, type Swarm, type SwarmEvent } from './swarm.ts';

const STARTED_AT = goTime(Date.UTC(2025, 0, 6, 8, 30), 418_233);

export function ping(swarm: Swarm, request: EngineRequest): EmulatedAnswer {
  const modern: Record<string, string> = { 'builder-version': '2', swarm: swarm.state };
  const headers = {
    ...commonHeaders(request.profile),
    ...(request.profile.modern ? modern : {}),
    'cache-control': 'no-cache, no-store, must-revalidate',
    pragma: 'no-cache',
    'content-type': 'text/plain; charset=utf-8',
  };
  return { status: 200, headers, body: 'OK' };
}

export function version(_swarm: Swarm, { profile }: EngineRequest): EmulatedAnswer {
  const details = {
    ApiVersion: profile.apiVersion,
    Arch: 'amd64',
    BuildTime: STARTED_AT,
    Experimental: 'false',
    GitCommit: '6430e49',
    GoVersion: 'go1.23.7',
    KernelVersion: '6.1.0-30-amd64',
    MinAPIVersion: profile.minApiVersion,
    Os: 'linux',
  };
  return json(profile, 200, {
    Platform: { Name: 'Docker Engine - Community' },
    Components: [{ Name: 'Engine', Version: profile.version, Details: details }],
    Version: profile.version,
    ApiVersion: profile.apiVersion,
    MinAPIVersion: profile.minApiVersion,
    GitCommit: details.GitCommit,
    GoVersion: details.GoVersion,
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: details.KernelVersion,
    BuildTime: STARTED_AT,
  });
}

export function info(swarm: Swarm, { profile }: EngineRequest): EmulatedAnswer {
  const isManager = swarm.state === 'active/manager';
  const localState = swarm.state.split('/')[0];
  return json(profile, 200, {
    ID: '3f2f0cb7-5d5e-4bd4-9e0a-6a86d5d4c1b5',
    Name: 'manager-1',
    ServerVersion: profile.version,
    Driver: 'overlay2',
    OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    OSType: 'linux',
    Architecture: 'x86_64',
    Swarm: {
      NodeID: swarm.state === 'inactive' ? '' : swarm.nodeId,
      NodeAddr: swarm.state === 'inactive' ? '' : '127.0.0.1',
      LocalNodeState: localState,
      ControlAvailable: isManager,
      Error: '',
      RemoteManagers: null,
      ...(isManager ? { Nodes: 1, Managers: 1, Cluster: cluster(swarm) } : {}),
    },
  });
}

export function inspectSwarm(swarm: Swarm, { profile }: EngineRequest): EmulatedAnswer {
  assertManager(swarm.state);
  const [worker = '', manager = ''] = joinTokens();
  return json(profile, 200, { ...cluster(swarm), JoinTokens: { Worker: worker, Manager: manager } });
}

/** Whoever holds one may join the cluster: values too, as far as a leak test is concerned. */
export function joinTokens(): readonly string[] {
  return ['worker', 'manager'].map((role) => `SWMTKN-1-${hexOf('docker:ca', 50)}-${hexOf(`docker:${role}`, 25)}`);
}

function cluster(swarm: Swarm): Record<string, unknown> {
  return {
    ID: swarm.clusterId,
    Version: { Index: 10 },
    CreatedAt: STARTED_AT,
    UpdatedAt: STARTED_AT,
    Spec: { Name: 'default', Labels: {}, Orchestration: { TaskHistoryRetentionLimit: 5 }, Raft: {}, Dispatcher: {} },
    TLSInfo: {},
    RootRotationInProgress: false,
    DefaultAddrPool: ['10.0.0.0/8'],
    SubnetSize: 24,
    DataPathPort: 4789,
  };
}

/**
 * One JSON object a line. With `until` the past alone; without, the answer ends with the next event, where the
 * engine would go on: a client that reads on sees a feed that was cut.
 */
export async function events(swarm: Swarm, request: EngineRequest): Promise<EmulatedAnswer> {
  const filters = readFilters(request, ['type', 'event', 'scope', 'secret', 'service', 'label']);
  const types = filters.get('type');
  const actions = filters.get('event');
  const wanted = (event: SwarmEvent) =>
    types?.includes(event.type) !== false && actions?.includes(event.action) !== false;
  const since = seconds(request.query.get('since'), Number.POSITIVE_INFINITY);
  const until = seconds(request.query.get('until'), null);
  const past = swarm.events.filter((event) => wanted(event) && event.atMs / 1000 >= since);
  const shown =
    until === null ? [...past, await nextOf(swarm, wanted)] : past.filter(({ atMs }) => atMs / 1000 <= until);
  const headers = { ...commonHeaders(request.profile), 'content-type': 'application/json' };
  return { status: 200, headers, body: shown.map((event) => `${JSON.stringify(eventJson(event))}\n`).join('') };
}

async function nextOf(swarm: Swarm, wanted: (event: SwarmEvent) => boolean): Promise<SwarmEvent> {
  for (;;) {
    const event = await swarm.nextEvent();
    if (wanted(event)) return event;
  }
}

function seconds<T>(text: string | null, missing: T): number | T {
  return text === null || text === '' || Number.isNaN(Number(text)) ? missing : Number(text);
}

function eventJson({ type, action, id, name, atMs }: SwarmEvent): unknown {
  const time = Math.floor(atMs / 1000);
  return {
    Type: type,
    Action: action,
    Actor: { ID: id, Attributes: { name } },
    scope: 'swarm',
    time,
    timeNano: atMs * 1_000_000,
  };
}
