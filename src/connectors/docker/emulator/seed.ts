import { daysBefore, ENVIRONMENTS, numberOf, SECRET_STEMS, TEAMS, valueFor } from '../../emulation/seed.ts';
import { STACK_LABEL } from '../grammar.ts';
import { goTime, objectId, type StoredSecret, type Swarm } from './swarm.ts';

/** About as many secrets as a stack of some services has. */
const SECRETS_A_STACK = 12;

/**
 * Fills a cluster with `count` secrets: stacks of six teams, each with two services that mount most of its secrets,
 * and now and then a secret that somebody made by hand, outside any stack. Answers how many stacks there are.
 */
export function seedSwarm(swarm: Swarm, count: number, now: number): number {
  const stacks = Math.ceil(count / SECRETS_A_STACK);
  for (let stack = 0; stack < stacks; stack += 1) {
    const size = Math.min(SECRETS_A_STACK, count - stack * SECRETS_A_STACK);
    seedStack(swarm, { namespace: namespaceOf(stack), size, now });
  }
  return stacks;
}

function namespaceOf(stack: number): string {
  const team = TEAMS[stack % TEAMS.length] ?? 'platform';
  const environment = ENVIRONMENTS[Math.floor(stack / TEAMS.length) % ENVIRONMENTS.length] ?? 'prod';
  const generation = Math.floor(stack / (TEAMS.length * ENVIRONMENTS.length));
  return `${team}-${environment}${generation === 0 ? '' : `-${generation + 1}`}`;
}

function seedStack(swarm: Swarm, stack: { namespace: string; size: number; now: number }): void {
  const { namespace, now } = stack;
  const first = numberOf(`docker:${namespace}`) % SECRET_STEMS.length;
  const inStack: StoredSecret[] = [];
  for (let place = 0; place < stack.size; place += 1) {
    const stem = SECRET_STEMS[(first + place) % SECRET_STEMS.length] ?? 'api-key';
    // The last of a full stack was made by hand, without the label.
    const byHand = place === SECRETS_A_STACK - 1;
    const name = byHand ? `${namespace}.${stem}` : `${namespace}_${stem}`;
    const secret = seedSecret(swarm, { name, namespace: byHand ? null : namespace, now });
    if (!byHand) inStack.push(secret);
    swarm.addSecret(secret);
  }
  addService(swarm, { name: `${namespace}_api`, namespace, now, secrets: inStack.slice(0, 8) });
  addService(swarm, { name: `${namespace}_worker`, namespace, now, secrets: inStack.slice(5, 9) });
}

function seedSecret(swarm: Swarm, seed: { name: string; namespace: string | null; now: number }): StoredSecret {
  const { name, namespace, now } = seed;
  const chance = numberOf(`docker:secret:${name}`);
  const createdMs = daysBefore(now, `docker:created:${name}`, [20, 700]);
  const updatedMs = chance % 4 === 0 ? Math.min(now, createdMs + (chance % 15) * 86_400_000) : createdMs;
  const team = name.split('-')[0] ?? 'platform';
  const fetched = chance % 29 === 0;
  return {
    id: objectId(`secret:${name}`),
    name,
    index: swarm.nextIndex(),
    createdAt: goTime(createdMs, chance % 1_000_000),
    updatedAt: goTime(updatedMs, chance % 1_000_000),
    labels: namespace === null ? { owner: team } : { [STACK_LABEL]: namespace, owner: team },
    data: () => (fetched ? null : Buffer.from(valueFor(`docker:${name}`))),
    ...(fetched ? { driver: { Name: 'vault-secrets', Options: { mount: 'kv', path: `${team}/${name}` } } } : {}),
    ...(chance % 17 === 0 ? { templating: { Name: 'golang' } } : {}),
  };
}

function addService(
  swarm: Swarm,
  service: { name: string; namespace: string; now: number; secrets: readonly StoredSecret[] },
): void {
  const id = objectId(`service:${service.name}`);
  const at = goTime(daysBefore(service.now, `docker:service:${service.name}`, [1, 19]), 0);
  const references = service.secrets.map((secret) => ({
    File: { Name: secret.name, UID: '0', GID: '0', Mode: 0o444 },
    SecretID: secret.id,
    SecretName: secret.name,
  }));
  const container = { Image: `registry.example.com/${service.name}:1`, Secrets: references };
  const spec = {
    Name: service.name,
    Labels: { [STACK_LABEL]: service.namespace },
    TaskTemplate: { ContainerSpec: container, Runtime: 'container' },
    Mode: { Replicated: { Replicas: 2 } },
  };
  const secretIds = service.secrets.map((secret) => secret.id);
  swarm.services.set(id, { id, index: swarm.nextIndex(), createdAt: at, updatedAt: at, secretIds, spec });
}
