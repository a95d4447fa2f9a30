import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createJwtIdentification } from './jwt.ts';

const SECRET = new TextEncoder().encode('whatever a key set may come to hold, this is no public key');

it('takes no symmetric signature, even where the key set has a secret for it', async () => {
  const refused: unknown[] = [];
  const identify = createJwtIdentification(
    { issuer: 'i', audience: 'a', clockSkewSeconds: 0, rolesClaim: 'roles', nameClaim: 'name' },
    {
      keys: { getKey: async () => SECRET, close: async () => {} },
      now: Date.now,
      onRefused: (error) => refused.push((error as { code?: unknown }).code),
    },
  );
  const token = await new SignJWT({ iss: 'i', aud: 'a', sub: 's' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(SECRET);
  expect([await identify(token), refused]).toEqual([null, ['ERR_JOSE_ALG_NOT_ALLOWED']]);
});
