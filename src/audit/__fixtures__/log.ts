import { generateKeyPairSync } from 'node:crypto';
import { createBatch, createFirstBatch, type Writing } from '../batch.ts';
import type { AuditEvent } from '../event.ts';
import { eventBody } from '../line-body.ts';
import { parsePublicKey, type SigningKey, signingKeyOf } from '../signing-key.ts';
import type { AuditSource } from '../verify-file.ts';

export function newSigningKey(): SigningKey {
  return signingKeyOf(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

export function publicKeyOf(key: SigningKey) {
  return parsePublicKey(key.publicKeyPem);
}

export const NOW = Date.UTC(2026, 10, 1, 12);

export function testWriting(key: SigningKey, checkpointEvery = 5): Writing {
  const at = () => new Date(NOW).toISOString();
  return { key, checkpointEvery, at, randomId: () => crypto.randomUUID(), pid: 7, startedAt: at() };
}

export function intent(id: string, reason: string | null = null): AuditEvent {
  return {
    id,
    at: new Date(NOW).toISOString(),
    phase: 'intent',
    actor: {
      principalId: 'token:ci',
      principalName: 'ci',
      roles: ['admin'],
      address: '127.0.0.1',
      requestId: 'request-1',
      operationName: 'Create',
      operationHash: 'ab'.repeat(32),
    },
    subject: {
      action: 'secret:create',
      mutation: 'createSecret',
      store: 'vault',
      resources: ['vault/group/name'],
      ids: [],
      reason,
    },
  };
}

export function outcome(id: string): AuditEvent {
  return {
    ...intent(id),
    phase: 'outcome',
    result: { allowed: true, outcome: 'SUCCEEDED', upstreamStatus: 201, ids: ['c3Q'] },
  };
}

/** The lines of the files of one closed chain, as a gateway would have written them. */
export function chainedFiles(writing: Writing, files: readonly (readonly AuditEvent[])[]): string[][] {
  let after = null;
  const texts: string[][] = [];
  for (const [index, events] of files.entries()) {
    const first = createFirstBatch(writing, after);
    const last = index === files.length - 1 ? 'closed' : 'rotated';
    const rest = createBatch(writing, first, { bodies: events.map(eventBody), last });
    after = rest.tip;
    texts.push(`${first.bytes}${rest.bytes}`.trimEnd().split('\n'));
  }
  return texts;
}

export function sourceOf(name: string, lines: readonly string[]): AuditSource {
  return { name, read: () => [Buffer.from(lines.map((line) => `${line}\n`).join(''))] };
}
