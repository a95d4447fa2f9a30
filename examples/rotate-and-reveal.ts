/**
 * Gives a secret a new random value, reads it back, and proves that the store holds what was written, without
 * printing the value. Without arguments it says which secrets of your stores it could be tried on.
 *
 *     PORTCULLIS_TOKEN=sandbox-admin node examples/rotate-and-reveal.ts STORE NAME [GROUP]
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  CreateSecretVersionDocument,
  type PortcullisClient,
  SecretByNameDocument,
  type SecretSummaryFragment,
  StoresDocument,
  type StoresQuery,
} from '../src/client/index.ts';
import { run } from './connect.ts';

type Store = StoresQuery['stores'][number];

const [storeName, name, group] = process.argv.slice(2);

await run(async (client) => {
  const { stores } = await client.query(StoresDocument);
  if (storeName === undefined || name === undefined) {
    await suggest(client, stores);
    process.exitCode = 2;
    return;
  }
  const variables = { store: storeName, name, ...(group === undefined ? {} : { group }) };
  const { secretByName: secret } = await client.query(SecretByNameDocument, variables);
  const store = stores.find((candidate) => candidate.name === storeName);
  if (secret === null || store === undefined || !canRotate(store)) {
    console.error('No such secret, or its store does not take a new text version. Run without arguments for a list.');
    process.exitCode = 1;
    return;
  }
  await rotate(client, store, secret);
});

async function rotate(client: PortcullisClient, store: Store, secret: SecretSummaryFragment): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const { createSecretVersion: written } = await client.mutate(CreateSecretVersionDocument, {
    input: { secret: secret.id, value: { text: password }, ...(waits(store) ? { waitSeconds: 30 } : {}) },
  });
  console.log(`Wrote a new version of ${secret.resource} (audit ${written?.receipt.auditId ?? 'unknown'}).`);

  const { value, receipt } = await client.reveal({ id: secret.id, reason: 'Example: prove the new version' });
  const same = equal(Buffer.from(password), value.bytes());
  console.log(`Revealed it again (audit ${receipt.auditId}). Printed, the value is ${value}.`);
  console.log(same ? 'The store holds exactly what was written.' : 'The store holds something else!');
  process.exitCode = same ? 0 : 1;
}

/** One readable secret of each store that can do this. */
async function suggest(client: PortcullisClient, stores: readonly Store[]): Promise<void> {
  console.log('Usage: node examples/rotate-and-reveal.ts STORE NAME [GROUP], for example on one of these:');
  for (const store of stores.filter(canRotate)) {
    const filter = { stores: [store.name], readability: ['READABLE' as const], statuses: ['ACTIVE' as const] };
    for await (const secret of client.secrets({ filter, pageSize: 1, onStores: () => {} })) {
      console.log(`  ${store.name} ${secret.name} ${secret.group?.name ?? ''}`.trimEnd());
      break;
    }
  }
}

/** A text is enough to make a version, and the store gives values back. */
function canRotate(store: Store): boolean {
  const write = capability(store, 'CREATE_VERSION');
  const read = capability(store, 'REVEAL_VALUE');
  const bare = write?.requires.every((argument) => argument === 'value') ?? false;
  const text = (write?.valueForms.includes('TEXT') && !write.valueForms.includes('FIELDS')) ?? false;
  return write?.support !== 'UNSUPPORTED' && read !== undefined && read.support !== 'UNSUPPORTED' && bare && text;
}

function waits(store: Store): boolean {
  return capability(store, 'CREATE_VERSION')?.inputs.includes('waitSeconds') ?? false;
}

function capability(store: Store, operation: Store['capabilities'][number]['operation']) {
  return store.capabilities.find((candidate) => candidate.operation === operation);
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
