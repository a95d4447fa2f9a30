import { systemDisk } from '../../src/audit/audit-files.ts';
import type { AuditActor, AuditSubject } from '../../src/audit/event.ts';
import { type FileSinkOptions, openFileSink } from '../../src/audit/file-sink.ts';
import { createAuditRecorder } from '../../src/audit/recorder.ts';
import { causeName } from '../../src/domain/errors.ts';

/**
 * A process that writes an audit file and is killed in the middle of it: `audit-child.ts <what> <file>`. What it has
 * been told is kept, it says on standard output, a line each.
 */
const [what, file = ''] = process.argv.slice(2);

const ACTOR: AuditActor = {
  principalId: 'token:ci',
  principalName: 'ci',
  roles: ['admin'],
  address: '127.0.0.1',
  requestId: 'request-1',
  operationName: 'Create',
  operationHash: 'ab'.repeat(32),
};
const SUBJECT: AuditSubject = {
  action: 'secret:create',
  mutation: 'createSecret',
  store: 'vault',
  resources: ['vault/group/name'],
  ids: [],
  reason: null,
};

async function openAudit(more: Partial<FileSinkOptions> = {}) {
  const sink = await openFileSink({ file, checkpointEvery: 7, now: Date.now, ...more });
  return createAuditRecorder({ sinks: [sink], now: Date.now, onFailure: () => {} });
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const ACTS: Readonly<Record<string, () => Promise<void>>> = {
  /** An intent, and then nothing any more. */
  async intent() {
    const audit = await openAudit();
    const done = await audit.begin(ACTOR, SUBJECT);
    await done.end({ allowed: true, outcome: 'SUCCEEDED', upstreamStatus: 201, ids: [] });
    say((await audit.begin(ACTOR, SUBJECT)).id);
    setInterval(() => {}, 1_000);
  },
  /** Intents without end, eight at a time, as fast as the disk takes them. */
  async flood() {
    const audit = await openAudit({ maxBytes: 65_536 });
    const write = async () => {
      for (;;) say((await audit.begin(ACTOR, SUBJECT)).id);
    };
    await Promise.all(Array.from({ length: 8 }, write));
  },
  /** Killed when half of an intent's line is on the disk. */
  async torn() {
    let writes = 0;
    const audit = await openAudit({
      disk: {
        ...systemDisk,
        async write(handle, bytes) {
          writes += 1;
          if (writes <= 2) return systemDisk.write(handle, bytes);
          await systemDisk.write(handle, bytes.subarray(0, bytes.length / 2));
          process.kill(process.pid, 'SIGKILL');
        },
      },
    });
    say((await audit.begin(ACTOR, SUBJECT)).id);
    await audit.begin(ACTOR, SUBJECT);
  },
  /** Says why the file cannot be opened. */
  async open() {
    await openAudit().catch((error: unknown) => say(causeName(error)));
  },
};

await ACTS[what ?? '']?.();
