import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DockerEmulator, startEmulator } from '../../src/connectors/docker/emulator.ts';
import { findProgram } from '../support/packages.ts';
import { TARGETS, type Target } from './targets.ts';

/** The part of dockerode that is used here; it ships no types. */
interface Dockerode {
  createSecret(options: object): Promise<DockerodeSecret>;
  listSecrets(options?: object): Promise<readonly DockerodeInspect[]>;
  getSecret(id: string): DockerodeSecret;
}
interface DockerodeSecret {
  readonly id: string;
  inspect(): Promise<DockerodeInspect>;
  update(options: object): Promise<unknown>;
  remove(): Promise<unknown>;
}
interface DockerodeInspect {
  readonly ID: string;
  readonly Version: { readonly Index: number };
  readonly Spec: { readonly Name: string; readonly Labels: Readonly<Record<string, string>> };
}
const DockerodeClient: new (options: object) => Dockerode = createRequire(import.meta.url)('dockerode');

const cli = await findProgram('docker');

describe.each(TARGETS)("Docker's own clients on $name", ({ missing, start }) => {
  describe.skipIf(missing !== null)('unchanged', () => {
    let target: Target;
    let home: string;

    beforeAll(async () => {
      target = await start();
      await target.initSwarm();
      home = await mkdtemp(join(tmpdir(), 'portcullis-docker-cli-'));
    });
    afterAll(async () => {
      await target?.close();
      await rm(home, { recursive: true });
    });

    it('dockerode creates, lists, changes and removes a secret', async () => {
      const client = new DockerodeClient({ socketPath: target.socketPath });
      const data = Buffer.from('from dockerode').toString('base64');
      const { id } = await client.createSecret({ Name: 'dockerode', Data: data, Labels: { a: '1' } });
      const [listed] = await client.listSecrets({ filters: JSON.stringify({ names: ['DOCKERODE'] }) });
      expect(listed).toMatchObject({ ID: id, Spec: { Name: 'dockerode', Labels: { a: '1' } } });
      const secret = client.getSecret(id);
      await secret.update({ version: listed?.Version.Index, Name: 'dockerode', Labels: { b: '2' } });
      expect((await secret.inspect()).Spec.Labels).toEqual({ b: '2' });
      await secret.remove();
      await expect(secret.inspect()).rejects.toMatchObject({ statusCode: 404 });
    });

    it('dockerode is told in the same words that a name is taken', async () => {
      const client = new DockerodeClient({ socketPath: target.socketPath });
      const options = { Name: 'taken', Data: 'eA==' };
      await client.createSecret(options);
      await expect(client.createSecret(options)).rejects.toMatchObject({
        statusCode: 409,
        json: { message: 'rpc error: code = AlreadyExists desc = secret taken already exists' },
      });
    });

    it.skipIf(cli === null)('the docker command creates, lists, inspects and removes a secret', async () => {
      const docker = (args: readonly string[], input = '') =>
        command(['--host', target.endpoint, ...args], home, input);
      const id = (await docker(['secret', 'create', '--label', 'tier=gold', 'by-cli', '-'], 'typed')).trim();
      expect(id).toMatch(/^[a-z0-9]{25}$/);
      expect(await docker(['secret', 'ls', '--filter', 'label=tier=gold', '--format', '{{.Name}}'])).toBe('by-cli\n');
      expect(JSON.parse(await docker(['secret', 'inspect', 'by-cli']))).toMatchObject([
        { ID: id, Spec: { Name: 'by-cli', Labels: { tier: 'gold' } } },
      ]);
      expect(await docker(['secret', 'rm', 'by-cli'])).toBe('by-cli\n');
      await expect(docker(['secret', 'inspect', 'by-cli'])).rejects.toThrow('secret by-cli not found');
    });

    it.skipIf(cli === null)('the docker command makes a service that uses a secret', async () => {
      const docker = (args: readonly string[], input = '') =>
        command(['--host', target.endpoint, ...args], home, input);
      await docker(['secret', 'create', 'mounted', '-'], 'typed');
      const options = ['--detach', '--no-resolve-image', '--replicas', '0', '--name', 'by-cli', '--secret', 'mounted'];
      await docker(['service', 'create', ...options, 'registry.invalid/none:1']);
      expect(await docker(['service', 'ls', '--format', '{{.Name}} {{.Replicas}}'])).toBe('by-cli 0/0\n');
      const refusal = "secret 'mounted' is in use by the following service: by-cli";
      await expect(docker(['secret', 'rm', 'mounted'])).rejects.toThrow(refusal);
      await docker(['service', 'rm', 'by-cli']);
      expect(await docker(['secret', 'rm', 'mounted'])).toBe('mounted\n');
    });
  });
});

describe.skipIf(cli === null)('the docker command on a seeded emulator behind TLS', () => {
  let emulator: DockerEmulator;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'portcullis-docker-tls-'));
    emulator = await startEmulator({ secrets: 30, now: Date.now, directory, tls: true });
  });
  afterAll(async () => {
    await emulator?.close();
    await rm(directory, { recursive: true });
  });
  const options = (): readonly string[] => {
    const files = { '--tlscacert': 'ca.pem', '--tlscert': 'cert.pem', '--tlskey': 'key.pem' };
    const given = Object.entries(files).flatMap(([option, file]) => [option, join(directory, file)]);
    return ['--tlsverify', ...given, '--host', emulator.url.replace('https://', 'tcp://')];
  };

  it('lists what was seeded, with the certificate of the client', async () => {
    const names = await command([...options(), 'secret', 'ls', '--format', '{{.Name}}'], directory);
    expect(names.trim().split('\n')).toHaveLength(emulator.seeded.secrets);
  });

  it('lists the stacks that were seeded', async () => {
    const names = await command([...options(), 'stack', 'ls', '--format', '{{.Name}}'], directory);
    expect(names.trim().split('\n')).toHaveLength(emulator.seeded.groups);
  });

  it('is refused without a certificate', async () => {
    const bare = ['--tls', '--host', emulator.url.replace('https://', 'tcp://')];
    const elsewhere = join(directory, 'no-certificates');
    await expect(command([...bare, 'secret', 'ls'], elsewhere)).rejects.toThrow(/certificate/);
  });
});

/** Runs `docker` with a home of its own. Resolves with what it printed, rejects with what it complained of. */
async function command(args: readonly string[], home: string, input = ''): Promise<string> {
  const environment = { PATH: process.env.PATH, HOME: home, DOCKER_CONFIG: home };
  const child = spawn(cli ?? 'docker', args, { env: environment });
  child.stdin.end(input);
  const [output, complaint, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  if (status !== 0) throw new Error(complaint);
  return output;
}
