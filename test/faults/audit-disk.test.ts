import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditActor, AuditSubject } from '../../src/audit/event.ts';
import { openFileSink } from '../../src/audit/file-sink.ts';
import { type AuditRecorder, createAuditRecorder } from '../../src/audit/recorder.ts';
import { PUBLIC_KEY_FILE, parsePublicKey } from '../../src/audit/signing-key.ts';
import { verify } from '../../src/audit/verify.ts';
import { startTestGateway } from '../support/gateway.ts';
import { mountSmallDisk, type SmallDisk, smallDiskMissing } from '../support/small-disk.ts';

const missing = await smallDiskMissing();
const actor = { principalId: 'token:ci', principalName: 'ci', roles: [], requestId: 'request-1' };
const ACTOR: AuditActor = { ...actor, address: null, operationName: null, operationHash: null };
const SUBJECT: AuditSubject = {
  action: 'secret:create',
  mutation: 'createSecret',
  store: 'vault',
  resources: [],
  ids: [],
  reason: null,
};
const SUCCEEDED = { allowed: true, outcome: 'SUCCEEDED', upstreamStatus: 201, ids: [] } as const;

let disk: SmallDisk;
let file: string;

/** The room that a file's last page has left is taken too: what is written after that cannot be. */
async function writeUntilRefused(audit: AuditRecorder): Promise<unknown> {
  for (let tries = 0; tries < 100; tries += 1) {
    const refusal = await audit.begin(ACTOR, SUBJECT).then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal !== null) return refusal;
  }
  return null;
}

async function openAudit() {
  const causes: string[] = [];
  const sink = await openFileSink({ file, checkpointEvery: 10, now: Date.now });
  const onFailure = ({ causeName }: { readonly causeName: string }) => void causes.push(causeName);
  return { audit: createAuditRecorder({ sinks: [sink], now: Date.now, onFailure }), causes };
}

async function verifyFile() {
  const publicKeys = [parsePublicKey(await readFile(join(disk.path, PUBLIC_KEY_FILE), 'utf8'))];
  return verify([file], { publicKeys });
}

describe.skipIf(missing !== null)('an audit log on a disk in trouble', () => {
  beforeEach(async () => {
    disk = await mountSmallDisk();
    file = join(disk.path, 'audit.jsonl');
  });
  afterEach(() => disk.close());

  it('refuses when the disk is full, and says so in the chain when it is not any more', async () => {
    const { audit, causes } = await openAudit();
    await disk.fill();
    expect(await writeUntilRefused(audit)).toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(causes).toEqual(['ENOSPC']);
    await disk.free();
    const entry = await audit.begin(ACTOR, SUBJECT);
    expect(await entry.end(SUCCEEDED)).toBe(true);
    await audit.close();
    const { intact, findings } = await verifyFile();
    expect(intact).toBe(true);
    expect(findings.filter(({ code }) => code === 'gap')).toHaveLength(1);
  });

  it('leaves nothing of a refused event in the file', async () => {
    const { audit } = await openAudit();
    await disk.fill();
    const refused = (await writeUntilRefused(audit)) as { readonly details: { readonly auditId: string } };
    expect(await readFile(file, 'utf8')).not.toContain(refused.details.auditId);
    expect((await readFile(file, 'utf8')).at(-1)).toBe('\n');
    await disk.free();
    await audit.close();
  });

  it('says that an outcome was not recorded, and leaves its intent open', async () => {
    const { audit } = await openAudit();
    const entry = await audit.begin(ACTOR, SUBJECT);
    await disk.fill();
    await writeUntilRefused(audit);
    expect(await entry.end(SUCCEEDED)).toBe(false);
    await disk.free();
    await audit.close();
    const { intact, findings } = await verifyFile();
    expect(intact).toBe(true);
    const open = findings.filter(({ code }) => code === 'open-intent').map(({ message }) => message);
    expect(open).toContainEqual(expect.stringContaining(entry.id));
  });

  it('does not begin on a disk that is read-only', async () => {
    await (await openAudit()).audit.close();
    await disk.setReadOnly(true);
    await expect(openAudit()).rejects.toMatchObject({ name: 'AuditFileError', code: 'EROFS' });
    await disk.setReadOnly(false);
    await (await openAudit()).audit.close();
    expect((await verifyFile()).intact).toBe(true);
  });

  it('refuses while its file is read-only, and works again after that', async () => {
    const { audit, causes } = await openAudit();
    await disk.fill();
    await writeUntilRefused(audit);
    await disk.free();
    await disk.setFileReadOnly(file, true);
    await expect(audit.begin(ACTOR, SUBJECT)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(causes).toEqual(['ENOSPC', 'EROFS']);
    await disk.setFileReadOnly(file, false);
    await audit.begin(ACTOR, SUBJECT);
    await audit.close();
    expect((await verifyFile()).intact).toBe(true);
  });

  it('has the gateway do nothing that it cannot record', async () => {
    const gateway = await startTestGateway({ config: { audit: { file, reads: true } } });
    try {
      const create =
        'mutation { createSecret(input: { store: "docker", name: "audited", value: { text: "x" } }) { secretId receipt { auditId recorded } } }';
      await disk.fill();
      let refused = await gateway.query('{ stores { name } }');
      for (let tries = 0; refused.errors.length === 0 && tries < 100; tries += 1)
        refused = await gateway.query('{ stores { name } }');
      expect(refused.errors).toMatchObject([{ extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
      gateway.forgetRequests();
      const unwritten = await gateway.query(create);
      expect(unwritten.errors).toMatchObject([{ extensions: { code: 'AUDIT_UNAVAILABLE', outcome: 'NOT_APPLIED' } }]);
      expect(gateway.asked('docker').filter((request) => !request.startsWith('GET'))).toEqual([]);
      await disk.free();
      const written = await gateway.query(create);
      expect(written.errors).toEqual([]);
      expect(written.data).toMatchObject({ createSecret: { receipt: { recorded: true } } });
    } finally {
      await gateway.close();
    }
    expect((await verifyFile()).intact).toBe(true);
  });
});
