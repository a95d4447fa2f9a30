import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from './__fixtures__/documented.ts';
import { type EmulatedStore, openEmulatedStore } from './__fixtures__/store.ts';

const SECRETS = '/secretmanager/api/v1/secrets';
const TRIGGERS = '/secretmanager/api/v1/triggers';
let store: EmulatedStore;
let names = 0;

beforeAll(async () => {
  store = await openEmulatedStore({ secrets: 120 });
});
afterAll(() => store.close());

/** A secret of the test's own, as its path. */
async function make(change: object = {}): Promise<string> {
  names += 1;
  const { body } = await store.call('POST', SECRETS, newSecret({ secretName: `made-${names}`, ...change }));
  return `${SECRETS}/${(body as { data: { secretId: string } }).data.secretId}`;
}
const data = async (method: string, path: string, body?: unknown) =>
  (await store.call(method, path, body)).body as { data: Record<string, unknown> };
const code = async (method: string, path: string, body?: unknown) => {
  const answer = (await store.call(method, path, body)).body as { error?: { errorCode: string } };
  return answer.error?.errorCode;
};
async function firstTrigger(): Promise<string> {
  const { data: answer } = await data('GET', TRIGGERS);
  return (answer.triggerList as { id: string }[])[0]?.id ?? '';
}
async function makeRotating(): Promise<{ path: string; job: string }> {
  const path = await make({ autoRotationYN: 'Y', autoRotationPeriod: 30, triggerId: await firstTrigger() });
  await store.call('POST', `${path}/rotation`);
  const { data: logs } = await data('GET', `${path}/logs?keyword=EXECUTE_ROTATION`);
  const token = (logs.result as { jobToken: string }[])[0]?.jobToken;
  return { path, job: `${path.replace('/api/', '/action/')}/jobs/${token}` };
}

describe('the gateway in front', () => {
  it.each([
    ['another signature', { 'x-ncp-apigw-signature-v2': 'AAAA' }],
    ['another key', { 'x-ncp-iam-access-key': 'OTHER' }],
    ['no signature', { 'x-ncp-apigw-signature-v2': '' }],
    ['no time', { 'x-ncp-apigw-timestamp': '' }],
  ])('refuses %s', async (_name, headers) => {
    expect(await store.call('GET', SECRETS, undefined, headers)).toEqual({
      status: 401,
      body: {
        error: {
          errorCode: '200',
          message: 'Authentication Failed',
          details: 'Invalid authentication information.',
        },
      },
    });
  });

  it.each([
    [299_000, 200],
    [301_000, 401],
    [-301_000, 401],
  ])('with a clock that is %i ms away answers %i', async (ms, status) => {
    const answer = store.call('GET', '/api/v1/keys');
    store.clock.ms += ms;
    expect((await answer).status).toBe(status);
    store.clock.ms -= ms;
  });

  it('has the service at the root and below the prefix', async () => {
    expect([await code('GET', '/api/v1/secrets'), await code('GET', SECRETS)]).toEqual([undefined, undefined]);
  });

  it.each(['/', '/secretmanager/secrets', '/secretmanager/api/v1/secrets/a/values/active/x'])(
    'knows no URL %s',
    async (path) => {
      expect(await store.call('GET', path)).toMatchObject({ status: 404, body: { error: { errorCode: '300' } } });
    },
  );
});

describe('the list', () => {
  it('has pages of 100 and says how many', async () => {
    const { data: page } = await data('GET', `${SECRETS}?pageNo=2`);
    expect(page).toMatchObject({ totalPageNo: 2, currentPageNo: 2 });
    expect(page.secretList).toHaveLength(Number(page.totalCount) - 100);
  });

  it('takes page 0 for page 1', async () => {
    expect((await data('GET', `${SECRETS}?pageNo=0`)).data.currentPageNo).toBe(1);
  });

  it('never tells a value', async () => {
    const answer = JSON.stringify(await data('GET', SECRETS));
    expect(store.emulator.values().filter((value) => answer.includes(value))).toEqual([]);
  });
});

describe('creating', () => {
  it.each([
    ['secretName', { secretName: 'no' }],
    ['secretType', { secretType: 'OTHER' }],
    ['value', { secretValue: { value: 'plain', rotationTargets: ['a'] } }],
    ['secretValue.rotationTargets', { secretValue: { value: '{"a":"1"}', rotationTargets: ['b'] } }],
    ['autoRotationYN', { autoRotationYN: 'maybe' }],
    ['triggerId', { autoRotationYN: 'Y', autoRotationPeriod: 30 }],
    ['protectionKeyType', { protectionKeyType: 'OTHER' }],
    ['kmsKeyTag', { protectionKeyType: 'USER_MANAGED_KEY', kmsKeyTag: 'nobody' }],
    ['kmsBoundaryType', { kmsBoundaryType: 'GLOBAL' }],
    ['memo', { memo: 'm'.repeat(1_001) }],
  ])('refuses a wrong %s', async (details, change) => {
    expect(await store.call('POST', SECRETS, newSecret(change))).toMatchObject({
      status: 400,
      body: { error: { errorCode: 'INVALID_REQUEST', details } },
    });
  });

  it('refuses a name that is taken', async () => {
    await make({ secretName: 'taken' });
    expect(await code('POST', SECRETS, newSecret({ secretName: 'taken' }))).toBe('UNPROCESSABLE_ENTITY');
  });
});

describe('the values', () => {
  it('are read without /values in the path and written with it', async () => {
    const path = await make();
    await store.call('PUT', `${path}/values/pending`, { value: '{"a":"9"}' });
    expect((await data('GET', `${path}/pending`)).data).toEqual({
      decryptedSecretValue: { value: '{"a":"9"}', valueStage: 'PENDING' },
      rotationTargets: ['a'],
    });
    expect(await code('GET', `${path}/values/pending`)).toBe('300');
    expect(await code('PUT', `${path}/pending`, { value: '{"a":"9"}' })).toBe('300');
  });

  it('come as ciphertext from a change', async () => {
    const answer = await data('PUT', `${await make()}/values`, { active: '{"a":"canary"}', previous: '{"a":"old"}' });
    expect(answer.data.encryptedSecretChain).toMatchObject({ active: expect.stringMatching(/^ncpkms:v1:/) });
    expect(JSON.stringify(answer)).not.toContain('canary');
  });

  it('stay where a slot is left out and go where it is sent empty', async () => {
    const path = await make();
    await store.call('PUT', `${path}/values`, { previous: '{"a":"0"}', pending: '{"a":"2"}' });
    await store.call('PUT', `${path}/values`, { previous: '' });
    expect((await data('GET', `${path}/values`)).data.decryptedSecretChain).toEqual({
      active: '{"a":"1","b":"2"}',
      pending: '{"a":"2"}',
    });
  });

  it.each(['/active', '/values'])('cannot be read at %s in REVOKE', async (slot) => {
    const path = await make();
    await store.call('POST', `${path}/request-deletion`);
    expect(await code('GET', `${path}${slot}`)).toBe('UNPROCESSABLE_ENTITY');
  });

  it('cannot be changed in REVOKE', async () => {
    const path = await make();
    await store.call('POST', `${path}/request-deletion`);
    expect(await code('PUT', `${path}/values`, { active: '{"a":"2"}' })).toBe('UNPROCESSABLE_ENTITY');
  });

  it.each(['/ACTIVE', '/current'])('are in no slot %s', async (slot) => {
    expect(await code('GET', `${await make()}${slot}`)).toBe('INVALID_REQUEST');
  });
});

describe('deleting', () => {
  it('is refused before it was requested', async () => {
    expect(await code('DELETE', await make())).toBe('UNPROCESSABLE_ENTITY');
  });

  it('is taken back into DISABLE', async () => {
    const path = await make();
    await store.call('POST', `${path}/request-deletion`);
    expect((await data('POST', `${path}/cancel-deletion`)).data.secretStatus).toBe('DISABLE');
  });

  it('frees the name', async () => {
    const path = await make({ secretName: 'once-more' });
    await store.call('POST', `${path}/request-deletion`);
    await store.call('DELETE', path);
    expect(await code('POST', SECRETS, newSecret({ secretName: 'once-more' }))).toBeUndefined();
  });
});

describe('a rotation job', () => {
  it('shifts the chain when a client carries it out', async () => {
    const { path, job } = await makeRotating();
    await store.call('POST', `${job}/start`);
    await store.call('PUT', `${job}/pending`, { value: '{"a":"new","b":"2"}' });
    await store.call('POST', `${job}/complete`);
    expect((await data('GET', `${path}/values`)).data.decryptedSecretChain).toEqual({
      active: '{"a":"new","b":"2"}',
      previous: '{"a":"1","b":"2"}',
    });
  });

  it('replaces the targets alone when pending is filled by the service', async () => {
    const { job } = await makeRotating();
    await store.call('POST', `${job}/start`);
    const pending = JSON.parse(String((await data('POST', `${job}/pending`)).data.pending)) as Record<string, string>;
    expect([pending.a === '1', pending.b]).toEqual([false, '2']);
  });

  it('is carried out by the emulated function when no client does', async () => {
    const { path } = await makeRotating();
    expect((await data('GET', path)).data.secretStatus).toBe('ROTATING');
    store.clock.ms += 5_000;
    expect((await data('GET', path)).data).toMatchObject({
      secretStatus: 'ENABLE',
      lastRotationResultId: expect.any(String),
    });
  });

  it('waits for the client that started it', async () => {
    const { path, job } = await makeRotating();
    await store.call('POST', `${job}/start`);
    store.clock.ms += 60_000;
    expect((await data('GET', path)).data.secretStatus).toBe('ROTATING');
  });

  it('can be retried only after it failed', async () => {
    const { path, job } = await makeRotating();
    await store.call('POST', `${job}/start`);
    await store.call('POST', `${job}/fail`);
    expect(await code('POST', `${path}/retry-rotation`)).toBeUndefined();
    await store.call('POST', `${path}/cancel-rotation`);
    expect(await code('POST', `${path}/retry-rotation`)).toBe('UNPROCESSABLE_ENTITY');
  });

  it('is unknown by another token', async () => {
    const { job } = await makeRotating();
    expect(await code('POST', `${job}0/start`)).toBe('NOT_FOUND');
  });

  it('gives random text without an envelope', async () => {
    const { job } = await makeRotating();
    await store.call('POST', `${job}/start`);
    const options = { length: 12, excludeCharacters: 'abc', excludePunctuation: true, includeSpace: false };
    const { body } = await store.call('POST', `${job}/generate-random-secret`, options);
    expect(body).toEqual({ randomString: expect.stringMatching(/^(?=.*\d)(?=.*[A-Z])(?=.*[d-z])[A-Zd-z0-9]{12}$/) });
  });

  it.each([4, 33, '12', undefined])('gives no random text of length %s', async (length) => {
    const { job } = await makeRotating();
    await store.call('POST', `${job}/start`);
    expect(await code('POST', `${job}/generate-random-secret`, { length })).toBe('INVALID_REQUEST');
  });
});

describe('a trigger', () => {
  it('stays while automatic rotation is on', async () => {
    const { path } = await makeRotating();
    store.clock.ms += 5_000;
    expect(await code('DELETE', `${path}/triggers`)).toBe('UNPROCESSABLE_ENTITY');
  });

  it('names the secrets that are linked to it', async () => {
    const { path } = await makeRotating();
    const { data: answer } = await data('GET', TRIGGERS);
    const [trigger] = answer.triggerList as { linkedSecretList: string[] }[];
    expect(trigger?.linkedSecretList).toContain(path.split('/').at(-1));
  });
});

describe('the logs', () => {
  it('have a paging shape of their own', async () => {
    const path = await make();
    await store.call('PUT', `${path}/memo`, { memo: 'm' });
    expect((await data('GET', `${path}/logs?pageNo=2&pageSize=1`)).data).toMatchObject({
      pageSize: 1,
      currentPage: 2,
      totalPage: 2,
      totalCount: 2,
      paged: true,
      result: [{ action: 'CREATE' }],
    });
  });
});

describe('the seed', () => {
  it('gives the same values on every start', async () => {
    const [first, second] = [await openEmulatedStore({ secrets: 30 }), await openEmulatedStore({ secrets: 30 })];
    expect(first.emulator.values()).toEqual(second.emulator.values());
    await first.close();
    await second.close();
  });

  it('has no value twice', async () => {
    const fresh = await openEmulatedStore({ secrets: 30 });
    const values = fresh.emulator.values();
    expect(values.length).toBeGreaterThan(30);
    expect(new Set(values).size).toBe(values.length);
    await fresh.close();
  });
});
