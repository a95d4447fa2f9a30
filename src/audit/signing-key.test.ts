import { generateKeyPairSync } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inAuditFolder } from './__fixtures__/folder.ts';
import { newSigningKey, publicKeyOf } from './__fixtures__/log.ts';
import { KEY_FILE, PUBLIC_KEY_FILE, parsePublicKey } from './signing-key.ts';
import { verify } from './verify.ts';

const { file, path, linesOf, open } = inAuditFolder();

describe('the signing key', () => {
  it('is made at first use for its owner only, with the public key beside it', async () => {
    await (await open()).close();
    expect((await stat(join(path(), KEY_FILE))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(path(), PUBLIC_KEY_FILE), 'utf8')).toContain('BEGIN PUBLIC KEY');
  });

  it('is one for all files of a folder', async () => {
    const files = ['one.jsonl', 'two.jsonl'].map((name) => join(path(), name));
    const sinks = await Promise.all(files.map((name) => open({ file: name })));
    await Promise.all(sinks.map((sink) => sink.close()));
    const keys = (await Promise.all(files.map((name) => linesOf(name)))).map(([header]) => header?.key);
    expect(new Set(keys).size).toBe(1);
  });

  it('is read from where the configuration says', async () => {
    const signingKeyFile = join(path(), 'own.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(signingKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    await (await open({ signingKeyFile })).close();
    const publicKeys = [parsePublicKey(await readFile(signingKeyFile, 'utf8'))];
    expect(await verify([file()], { publicKeys })).toMatchObject({ intact: true, findings: [] });
    expect(await readdir(path())).not.toContain(KEY_FILE);
  });

  it('is refused where everybody can read it', async () => {
    const signingKeyFile = join(path(), 'own.pem');
    await writeFile(signingKeyFile, 'x', { mode: 0o600 });
    await chmod(signingKeyFile, 0o644);
    await expect(open({ signingKeyFile })).rejects.toMatchObject({ code: 'AUDIT_KEY_EXPOSED' });
  });

  it('is refused where it is none, without a word of what the file holds', async () => {
    const signingKeyFile = join(path(), 'own.pem');
    await writeFile(signingKeyFile, 'canary-file', { mode: 0o600 });
    const failure = await open({ signingKeyFile }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'AUDIT_KEY_INVALID' });
    expect(String(failure)).not.toContain('canary');
  });

  it('can be checked with the public half of any of several keys', async () => {
    await (await open()).close();
    const publicKey = parsePublicKey(await readFile(join(path(), PUBLIC_KEY_FILE), 'utf8'));
    const other = publicKeyOf(newSigningKey());
    expect(await verify([file()], { publicKeys: [other, publicKey] })).toMatchObject({ intact: true });
  });
});
