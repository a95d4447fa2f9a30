import { readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inAuditFolder } from './__fixtures__/folder.ts';
import { intent, outcome } from './__fixtures__/log.ts';
import { type AuditDisk, systemDisk } from './audit-files.ts';

const { file, path, linesOf, kindsOf, open, verifyAll, faultsOf } = inAuditFolder();

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
    expect((await stat(file())).mode & 0o777).toBe(0o600);
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
    expect(await readFile(file(), 'utf8')).not.toContain('canary');
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

  it('that was cut off where an earlier process closed it looks whole, which is why its end is to be kept elsewhere', async () => {
    await (await open()).close();
    const { size } = await stat(file());
    const sink = await open();
    await sink.append(intent('a'));
    await sink.close();
    await truncate(file(), size);
    expect((await verifyAll()).findings).toEqual([]);
  });

  it('keeps and names what a process that died had not written to the end', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await sink.close();
    const torn = '{"seq":5,"prev":"ab';
    await writeFile(file(), torn, { flag: 'a' });
    await (await open()).close();
    const text = (await readFile(file(), 'utf8')).split('\n');
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
    await truncate(file(), (await stat(file())).size - 1);
    await (await open()).close();
    expect((await linesOf())[4]).toMatchObject({ kind: 'recovered' });
    expect(await faultsOf()).toEqual([]);
  });

  it('refuses a file whose end was tampered with, and leaves it as it is', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await sink.close();
    const tampered = (await readFile(file(), 'utf8')).replace('createSecret', 'deleteSecret');
    await writeFile(file(), tampered);
    await expect(open()).rejects.toMatchObject({ code: 'AUDIT_FILE_DAMAGED' });
    expect(await readFile(file(), 'utf8')).toBe(tampered);
  });

  it('refuses a file that is no audit log', async () => {
    await writeFile(file(), 'hello\n');
    await expect(open()).rejects.toMatchObject({ code: 'AUDIT_FILE_DAMAGED' });
  });

  it('follows no symbolic link', async () => {
    await writeFile(join(path(), 'elsewhere'), '');
    await symlink(join(path(), 'elsewhere'), file());
    await expect(open()).rejects.toMatchObject({ code: 'ELOOP' });
    expect(await readFile(join(path(), 'elsewhere'), 'utf8')).toBe('');
  });

  it('takes an empty file that was put there, with its mode', async () => {
    await writeFile(file(), '', { mode: 0o640 });
    await (await open()).close();
    expect((await stat(file())).mode & 0o777).toBe(0o640);
    expect(await faultsOf()).toEqual([]);
  });

  it('is written by one at a time', async () => {
    const sink = await open();
    await expect(open()).rejects.toMatchObject({ code: 'AUDIT_FILE_LOCKED' });
    await sink.close();
    await (await open()).close();
  });

  it('can have the process in its name', async () => {
    const sink = await open({ file: join(path(), 'audit-{pid}.jsonl') });
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
