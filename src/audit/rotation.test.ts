import { readdir, rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inAuditFolder } from './__fixtures__/folder.ts';
import { intent, outcome } from './__fixtures__/log.ts';

const { file, path, linesOf, kindsOf, open, faultsOf } = inAuditFolder();

describe('the rotation of the audit file', () => {
  it('puts full files aside, each naming the end of the one before', async () => {
    const sink = await open({ maxBytes: 3_000 });
    for (let index = 0; index < 12; index += 1) await sink.append(intent(`id-${index}`));
    await sink.close();
    expect((await readdir(path())).filter((name) => name.startsWith('audit.jsonl.'))).toEqual(
      expect.arrayContaining(['audit.jsonl.1', 'audit.jsonl.2']),
    );
    const [last] = (await linesOf(`${file()}.1`)).slice(-1);
    expect((await linesOf(`${file()}.2`))[0]).toMatchObject({ kind: 'header', prev: last?.hash });
    expect(await faultsOf()).toEqual([]);
  });

  it('continues the chain of the newest file aside where the file itself is not there', async () => {
    const first = await open();
    await first.append(intent('a'));
    await first.close();
    await rename(file(), `${file()}.1`);
    await (await open()).close();
    const [last] = (await linesOf(`${file()}.1`)).slice(-1);
    expect((await linesOf())[0]).toMatchObject({ prev: last?.hash });
    expect(await faultsOf()).toEqual([]);
  });

  it('goes on in a new file after another program renamed it', async () => {
    const sink = await open();
    await sink.append(intent('a'));
    await rename(file(), `${file()}.1`);
    await sink.append(outcome('a'));
    await sink.append(intent('b'));
    await sink.close();
    expect(await kindsOf(`${file()}.1`)).toEqual(['header', 'opened', 'intent', 'rotated']);
    expect(await kindsOf()).toEqual(['header', 'opened', 'outcome', 'intent', 'closed']);
    expect(await faultsOf()).toEqual([]);
  });

  it('begins the new file on reopening, without an event', async () => {
    const sink = await open();
    await rename(file(), `${file()}.1`);
    await sink.reopen();
    expect(await kindsOf()).toEqual(['header', 'opened']);
    await sink.close();
    expect(await faultsOf()).toEqual([]);
  });

  it('changes nothing on reopening a file that is where it was', async () => {
    const sink = await open();
    await sink.reopen();
    await sink.close();
    expect(await kindsOf()).toEqual(['header', 'opened', 'closed']);
  });
});
