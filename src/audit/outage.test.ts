import { readFile, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyDisk } from './__fixtures__/faulty-disk.ts';
import { inAuditFolder } from './__fixtures__/folder.ts';
import { intent } from './__fixtures__/log.ts';
import { type AuditDisk, systemDisk } from './audit-files.ts';

const { file, path, linesOf, kindsOf, open, faultsOf } = inAuditFolder();

describe('an audit file that cannot be written', () => {
  it.each([0, 1, 200, 400, 900])('cuts off the %i bytes of a refused write and says so', async (written) => {
    const { state, disk } = faultyDisk();
    const sink = await open({ disk });
    await sink.append(intent('a'));
    const before = await readFile(file(), 'utf8');
    Object.assign(state, { failing: true, written });
    const refused = await Promise.allSettled([sink.append(intent('b')), sink.append(intent('c'))]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await readFile(file(), 'utf8')).toBe(before);
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
    await unlink(file());
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
    const lines = (await readFile(file(), 'utf8')).split('\n');
    await truncate(file(), lines.slice(0, 3).join('\n').length + 1);
    await expect(sink.append(intent('d'))).rejects.toMatchObject({ code: 'AUDIT_FILE_CHANGED' });
    await sink.append(intent('e'));
    await sink.close();
    expect(await faultsOf()).toMatchObject([
      { code: 'missing-files', file: file(), line: 1, message: expect.stringContaining('Lines 4 to 5') },
    ]);
  });

  it('puts a file aside that others wrote to', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await writeFile(file(), 'x\n', { flag: 'a' });
    await expect(sink.append(intent('b'))).rejects.toMatchObject({ code: 'AUDIT_FILE_CHANGED' });
    await sink.append(intent('c'));
    await sink.close();
    expect(await faultsOf()).toContainEqual(
      expect.objectContaining({ code: 'malformed', file: `${file()}.1`, line: 4 }),
    );
  });

  it('cuts off no bytes that are not its own', async () => {
    const disk: AuditDisk = {
      ...systemDisk,
      async write(handle, bytes) {
        if (!Buffer.from(bytes).includes('unlucky')) return systemDisk.write(handle, bytes);
        await handle.appendFile('of somebody else\n');
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const sink = await open({ disk });
    await expect(sink.append(intent('unlucky'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await sink.append(intent('a'));
    await sink.close();
    expect(await readFile(`${file()}.1`, 'utf8')).toMatch(/\nof somebody else\n$/);
    expect(await kindsOf()).toEqual(['header', 'opened', 'gap', 'intent', 'closed']);
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
    const failure = await open({ file: join(path(), 'absent', 'audit.jsonl') }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'ENOENT', message: 'The audit file cannot be used (ENOENT).' });
  });
});
