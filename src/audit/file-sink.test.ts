import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { intent, NOW, newSigningKey, outcome, publicKeyOf } from './__fixtures__/log.ts';
import { type AuditDisk, systemDisk } from './audit-files.ts';
import { type FileSinkOptions, openFileSink } from './file-sink.ts';
import { KEY_FILE, PUBLIC_KEY_FILE, parsePublicKey } from './signing-key.ts';
import { verify } from './verify.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  file = join(folder, 'audit.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (more: Partial<FileSinkOptions> = {}) =>
  openFileSink({ file, checkpointEvery: 100, now: () => NOW, ...more });

interface Line {
  readonly kind: string;
  readonly phase?: string;
  readonly reason?: string;
  readonly id?: string;
  readonly hash: string;
  readonly key?: string;
}

async function linesOf(path = file): Promise<Line[]> {
  return (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function kindsOf(path = file): Promise<unknown[]> {
  return (await linesOf(path)).map(({ kind, phase, reason }) => phase ?? reason ?? kind);
}

async function verifyAll() {
  const names = (await readdir(folder)).filter((name) => /^audit\.jsonl(\.\d+)?$/.test(name)).sort();
  const publicKey = parsePublicKey(await readFile(join(folder, PUBLIC_KEY_FILE), 'utf8'));
  return verify(
    names.map((name) => join(folder, name)),
    { publicKeys: [publicKey] },
  );
}

const faultsOf = async () => (await verifyAll()).findings.filter(({ level }) => level === 'fault');

/** A disk whose next operation can be made to fail, after some of the bytes were written. */
function faultyDisk() {
  const state = { failing: false, written: 0, syncFails: false };
  const disk: AuditDisk = {
    async write(handle, bytes) {
      if (!state.failing) return systemDisk.write(handle, bytes);
      await systemDisk.write(handle, bytes.subarray(0, state.written));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    },
    async sync(handle) {
      if (state.syncFails) throw Object.assign(new Error('broken'), { code: 'EIO' });
      await systemDisk.sync(handle);
    },
  };
  return { state, disk };
}

describe('the audit file', () => {
  it('begins with a header and a checkpoint and ends with another', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await sink.append(outcome('a'));
    await sink.close();
    expect(await kindsOf()).toEqual(['header', 'opened', 'intent', 'outcome', 'closed']);
    expect(await verifyAll()).toMatchObject({ intact: true, findings: [] });
  });

  it('is readable by its owner only', async () => {
    const sink = await open();
    await sink.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('flushes before an append resolves', async () => {
    const steps: string[] = [];
    const disk: AuditDisk = {
      write: (handle, bytes) => systemDisk.write(handle, bytes).then(() => void steps.push('written')),
      sync: (handle) => systemDisk.sync(handle).then(() => void steps.push('flushed')),
    };
    const sink = await open({ disk });
    steps.length = 0;
    await sink.append(intent('a')).then(() => steps.push('resolved'));
    await sink.close();
    expect(steps.slice(0, 3)).toEqual(['written', 'flushed', 'resolved']);
  });

  it('writes many concurrent appends in their order with few flushes', async () => {
    let flushes = 0;
    const disk: AuditDisk = { ...systemDisk, sync: (handle) => systemDisk.sync(handle).finally(() => (flushes += 1)) };
    const sink = await open({ disk });
    const ids = Array.from({ length: 2_500 }, (_, index) => `id-${index}`);
    await Promise.all(ids.map((id) => sink.append(intent(id))));
    await sink.close();
    const written = (await linesOf()).filter(({ kind }) => kind === 'event').map(({ id }) => id);
    expect(written).toEqual(ids);
    expect(flushes).toBeLessThan(10);
    expect(await faultsOf()).toEqual([]);
  });

  it('signs a checkpoint every so many lines', async () => {
    const sink = await open({ checkpointEvery: 2 });
    for (const id of ['a', 'b', 'c', 'd']) await sink.append(intent(id));
    await sink.close();
    expect(await kindsOf()).toEqual([
      ...['header', 'opened', 'intent', 'intent', 'interval', 'intent', 'intent', 'interval', 'closed'],
    ]);
  });

  it('writes only the fields that it knows', async () => {
    const sink = await open();
    const more = { ...intent('a'), input: 'canary-input' };
    await sink.append({ ...more, actor: { ...more.actor, token: 'canary-token' } as never });
    await sink.close();
    expect(await readFile(file, 'utf8')).not.toContain('canary');
  });

  it('goes on in the file of an earlier process', async () => {
    for (const id of ['a', 'b']) {
      const sink = await open();
      await sink.append(intent(id));
      await sink.close();
    }
    expect(await kindsOf()).toEqual([
      ...['header', 'opened', 'intent', 'closed', 'opened', 'opened', 'intent', 'closed'],
    ]);
    expect(await faultsOf()).toEqual([]);
  });

  it('keeps and names what a process that died had not written to the end', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await sink.close();
    const torn = '{"seq":5,"prev":"ab';
    await writeFile(file, torn, { flag: 'a' });
    await (await open()).close();
    const text = (await readFile(file, 'utf8')).split('\n');
    expect(text[4]).toBe(torn);
    expect(JSON.parse(text[5] ?? '')).toMatchObject({ kind: 'recovered', bytes: torn.length });
    const { intact, findings } = await verifyAll();
    expect({ intact, codes: findings.map(({ code, line }) => [code, line]) }).toEqual({
      intact: true,
      codes: expect.arrayContaining([['recovered', 5]]),
    });
  });

  it('counts a line that lacks only its line feed as not written', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await sink.close();
    await truncate(file, (await stat(file)).size - 1);
    await (await open()).close();
    expect((await linesOf())[4]).toMatchObject({ kind: 'recovered' });
    expect(await faultsOf()).toEqual([]);
  });

  it('refuses a file whose end was tampered with, and leaves it as it is', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await sink.close();
    const tampered = (await readFile(file, 'utf8')).replace('createSecret', 'deleteSecret');
    await writeFile(file, tampered);
    await expect(open()).rejects.toMatchObject({ code: 'AUDIT_FILE_DAMAGED' });
    expect(await readFile(file, 'utf8')).toBe(tampered);
  });

  it('refuses a file that is no audit log', async () => {
    await writeFile(file, 'hello\n');
    await expect(open()).rejects.toMatchObject({ code: 'AUDIT_FILE_DAMAGED' });
  });

  it('takes an empty file that was put there, with its mode', async () => {
    await writeFile(file, '', { mode: 0o640 });
    await (await open()).close();
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await faultsOf()).toEqual([]);
  });

  it('is written by one at a time', async () => {
    const sink = await open();
    await expect(open()).rejects.toMatchObject({ code: 'AUDIT_FILE_LOCKED' });
    await sink.close();
    await (await open()).close();
  });

  it('can have the process in its name', async () => {
    const sink = await open({ file: join(folder, 'audit-{pid}.jsonl') });
    await sink.close();
    expect(sink.path).toMatch(new RegExp(`audit-${process.pid}\\.jsonl$`));
  });

  it('takes nothing after it was closed', async () => {
    const sink = await open();
    await sink.close();
    await expect(sink.append(intent('a'))).rejects.toMatchObject({ code: 'AUDIT_FILE_CLOSED' });
  });

  it('keeps what was appended before it was closed', async () => {
    const sink = await open();
    const kept = [sink.append(intent('a')), sink.append(intent('b'))];
    await sink.close();
    await Promise.all(kept);
    expect(await kindsOf()).toEqual(['header', 'opened', 'intent', 'intent', 'closed']);
  });
});

describe('the rotation of the audit file', () => {
  it('puts full files aside, each naming the end of the one before', async () => {
    const sink = await open({ maxBytes: 3_000 });
    for (let index = 0; index < 12; index += 1) await sink.append(intent(`id-${index}`));
    await sink.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('audit.jsonl.'))).toEqual(
      expect.arrayContaining(['audit.jsonl.1', 'audit.jsonl.2']),
    );
    const [last] = (await linesOf(`${file}.1`)).slice(-1);
    expect((await linesOf(`${file}.2`))[0]).toMatchObject({ kind: 'header', prev: last?.hash });
    expect(await faultsOf()).toEqual([]);
  });

  it('continues the chain of the newest file aside where the file itself is not there', async () => {
    const first = await open();
    await first.append(intent('a'));
    await first.close();
    await rename(file, `${file}.1`);
    await (await open()).close();
    const [last] = (await linesOf(`${file}.1`)).slice(-1);
    expect((await linesOf())[0]).toMatchObject({ prev: last?.hash });
    expect(await faultsOf()).toEqual([]);
  });

  it('goes on in a new file after another program renamed it', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await rename(file, `${file}.1`);
    await sink.append(outcome('a'));
    await sink.reopen();
    await sink.append(intent('b'));
    await sink.close();
    expect(await kindsOf(`${file}.1`)).toEqual(['header', 'opened', 'intent', 'outcome', 'rotated']);
    expect(await kindsOf()).toEqual(['header', 'opened', 'intent', 'closed']);
    expect(await faultsOf()).toEqual([]);
  });

  it('changes nothing on reopening a file that is where it was', async () => {
    const sink = await open();
    await sink.reopen();
    await sink.close();
    expect(await kindsOf()).toEqual(['header', 'opened', 'closed']);
  });
});

describe('an audit file that cannot be written', () => {
  it.each([0, 1, 200, 400, 900])('cuts off the %i bytes of a refused write and says so', async (written) => {
    const { state, disk } = faultyDisk();
    const sink = await open({ disk });
    await sink.append(intent('a'));
    const before = await readFile(file, 'utf8');
    Object.assign(state, { failing: true, written });
    const refused = await Promise.allSettled([sink.append(intent('b')), sink.append(intent('c'))]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await readFile(file, 'utf8')).toBe(before);
    state.failing = false;
    await sink.append(intent('d'));
    await sink.close();
    expect(await kindsOf()).toEqual(['header', 'opened', 'intent', 'gap', 'intent', 'closed']);
    expect((await linesOf())[3]).toMatchObject({ refused: 2, cause: 'ENOSPC' });
    expect(await faultsOf()).toEqual([]);
  });

  it('counts nothing as written that was not flushed', async () => {
    const { state, disk } = faultyDisk();
    const sink = await open({ disk });
    state.syncFails = true;
    await expect(sink.append(intent('a'))).rejects.toMatchObject({ code: 'EIO' });
    await expect(sink.append(intent('b'))).rejects.toMatchObject({ code: 'EIO' });
    state.syncFails = false;
    await sink.append(intent('c'));
    await sink.close();
    const events = (await linesOf()).filter(({ kind }) => kind === 'event');
    expect(events.map(({ id }) => id)).toEqual(['c']);
    expect((await linesOf())[2]).toMatchObject({ kind: 'gap', refused: 2, cause: 'EIO' });
    expect(await faultsOf()).toEqual([]);
  });

  it('refuses once after it was deleted, and goes on in a new file', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    const [last] = (await linesOf()).slice(-1);
    await unlink(file);
    await expect(sink.append(intent('b'))).rejects.toMatchObject({ code: 'AUDIT_FILE_DELETED' });
    await sink.append(intent('c'));
    await sink.close();
    expect(await kindsOf()).toEqual(['header', 'opened', 'gap', 'intent', 'closed']);
    expect((await linesOf())[0]).toMatchObject({ prev: last?.hash });
    expect(await faultsOf()).toEqual([]);
  });

  it('puts a file aside that others cut, and the chain shows what is missing', async () => {
    const sink = await open();
    for (const id of ['a', 'b', 'c']) await sink.append(intent(id));
    const lines = (await readFile(file, 'utf8')).split('\n');
    await truncate(file, lines.slice(0, 3).join('\n').length + 1);
    await expect(sink.append(intent('d'))).rejects.toMatchObject({ code: 'AUDIT_FILE_CHANGED' });
    await sink.append(intent('e'));
    await sink.close();
    expect(await faultsOf()).toMatchObject([
      { code: 'missing-files', file, line: 1, message: expect.stringContaining('Lines 4 to 5') },
    ]);
  });

  it('puts a file aside that others wrote to', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await writeFile(file, 'x\n', { flag: 'a' });
    await expect(sink.append(intent('b'))).rejects.toMatchObject({ code: 'AUDIT_FILE_CHANGED' });
    await sink.append(intent('c'));
    await sink.close();
    expect(await faultsOf()).toContainEqual(expect.objectContaining({ code: 'malformed', file: `${file}.1`, line: 4 }));
  });

  it('lets go of its lock where it cannot sign its end', async () => {
    const { state, disk } = faultyDisk();
    const sink = await open({ disk });
    state.syncFails = true;
    await expect(sink.close()).rejects.toMatchObject({ code: 'EIO' });
    await (await open()).close();
    expect(await faultsOf()).toEqual([]);
  });

  it('is told of in our words, without a path', async () => {
    const failure = await open({ file: join(folder, 'absent', 'audit.jsonl') }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'ENOENT', message: 'The audit file cannot be used (ENOENT).' });
  });
});

describe('the signing key', () => {
  it('is made at first use for its owner only, with the public key beside it', async () => {
    await (await open()).close();
    expect((await stat(join(folder, KEY_FILE))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, PUBLIC_KEY_FILE), 'utf8')).toContain('BEGIN PUBLIC KEY');
  });

  it('is one for all files of a folder', async () => {
    const files = ['one.jsonl', 'two.jsonl'].map((name) => join(folder, name));
    const sinks = await Promise.all(files.map((name) => open({ file: name })));
    await Promise.all(sinks.map((sink) => sink.close()));
    const keys = (await Promise.all(files.map((path) => linesOf(path)))).map(([header]) => header?.key);
    expect(new Set(keys).size).toBe(1);
  });

  it('is read from where the configuration says', async () => {
    const signingKeyFile = join(folder, 'own.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(signingKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    await (await open({ signingKeyFile })).close();
    const publicKeys = [parsePublicKey(await readFile(signingKeyFile, 'utf8'))];
    expect(await verify([file], { publicKeys })).toMatchObject({ intact: true, findings: [] });
    expect(await readdir(folder)).not.toContain(KEY_FILE);
  });

  it('is refused where everybody can read it', async () => {
    const signingKeyFile = join(folder, 'own.pem');
    await writeFile(signingKeyFile, 'x', { mode: 0o600 });
    await chmod(signingKeyFile, 0o644);
    await expect(open({ signingKeyFile })).rejects.toMatchObject({ code: 'AUDIT_KEY_EXPOSED' });
  });

  it('is refused where it is none, without a word of what the file holds', async () => {
    const signingKeyFile = join(folder, 'own.pem');
    await writeFile(signingKeyFile, 'canary-file', { mode: 0o600 });
    const failure = await open({ signingKeyFile }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'AUDIT_KEY_INVALID' });
    expect(String(failure)).not.toContain('canary');
  });

  it('can be checked with the public half of any of several keys', async () => {
    await (await open()).close();
    const publicKey = parsePublicKey(await readFile(join(folder, PUBLIC_KEY_FILE), 'utf8'));
    const other = publicKeyOf(newSigningKey());
    expect(await verify([file], { publicKeys: [other, publicKey] })).toMatchObject({ intact: true });
  });
});
