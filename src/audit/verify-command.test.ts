import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inAuditFolder } from './__fixtures__/folder.ts';
import { intent, outcome } from './__fixtures__/log.ts';
import { PUBLIC_KEY_FILE } from './signing-key.ts';
import { runAuditVerify } from './verify-command.ts';

const { file, path, open } = inAuditFolder();

describe('portcullis audit verify', () => {
  beforeEach(async () => {
    const sink = await open();
    for (const event of [intent('a'), outcome('a'), intent('b')]) await sink.append(event);
    await sink.close();
  });
  const publicKeys = () => [join(path(), PUBLIC_KEY_FILE)];
  const change = async () => {
    await writeFile(file(), (await readFile(file(), 'utf8')).replace('createSecret', 'deleteSecret'));
  };

  it('prints file, place and verdict of an intact log, and what is worth knowing', async () => {
    const { exitCode, text } = await runAuditVerify({ files: [file()], publicKeys: publicKeys() });
    expect(exitCode).toBe(0);
    expect(text.split('\n')).toEqual([
      `${file()}: 6 lines, 1 to 6 of its chain, last checkpoint at 6, closed`,
      '  note  line 5 open-intent: Intent b (createSecret on vault) has no outcome: what became of it is not known.',
      'INTACT: the lines are a whole chain up to the last one here.',
    ]);
  });

  it('says so where signatures were not checked', async () => {
    const { exitCode, text } = await runAuditVerify({ files: [file()] });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/signatures were not checked\.$/);
  });

  it('exits with 1 and names the line that was changed', async () => {
    await change();
    const { exitCode, text } = await runAuditVerify({ files: [file()], publicKeys: publicKeys() });
    expect(exitCode).toBe(1);
    expect(text).toContain('\n  FAULT line 3 altered: ');
    expect(text).toMatch(/\nNOT INTACT: 1 fault\.$/);
  });

  it('prints one JSON object', async () => {
    await change();
    const { text } = await runAuditVerify({ files: [file()], publicKeys: publicKeys(), json: true });
    expect(JSON.parse(text)).toMatchObject({
      intact: false,
      files: [{ file: file(), lines: 6 }],
      findings: expect.arrayContaining([expect.objectContaining({ level: 'fault', code: 'altered', line: 3 })]),
    });
  });

  it('exits with 1 where a file cannot be read', async () => {
    const { exitCode, text } = await runAuditVerify({ files: [join(path(), 'absent')], publicKeys: publicKeys() });
    expect(exitCode).toBe(1);
    expect(text).toContain('unreadable: The file cannot be read (ENOENT).');
  });

  it('exits with 2 where the public key is none', async () => {
    const { exitCode } = await runAuditVerify({ files: [file()], publicKeys: [file()] });
    expect(exitCode).toBe(2);
  });
});
