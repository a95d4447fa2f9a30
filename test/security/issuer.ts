import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export const ISSUER = 'https://issuer.test/';
export const AUDIENCE = 'portcullis';

/** A key of an issuer; `jwk` is what its key set shows. */
export interface IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** An issuer of tokens with a real key set over HTTP on loopback. */
export interface Issuer {
  readonly jwksUrl: string;
  readonly keys: IssuerKey[];
  /** Instead of the key set: another status, body or header. */
  answer: { readonly status: number; readonly headers?: Record<string, string>; readonly body: string } | null;
  /** How often the key set was asked for. */
  requests(): number;
  close(): Promise<void>;
}

export async function makeKey(kid: string, alg: 'RS256' | 'ES256' | 'EdDSA' = 'RS256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export async function startIssuer(...keys: IssuerKey[]): Promise<Issuer> {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    const { status, headers, body } = issuer.answer ?? {
      status: 200,
      body: JSON.stringify({ keys: issuer.keys.map(({ jwk }) => jwk) }),
    };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer: Issuer = {
    jwksUrl: `http://127.0.0.1:${port}/jwks`,
    keys,
    answer: null,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

export const seconds = () => Math.floor(Date.now() / 1_000);

/** What a token of the issuer says unless told; undefined leaves a claim out. */
export function claims(other: JWTPayload = {}): JWTPayload {
  return { iss: ISSUER, aud: AUDIENCE, sub: 'u-1', name: 'Ada', roles: ['admin'], exp: seconds() + 300, ...other };
}

/** A token that the key signs; `header` adds to what the key says of itself. */
export function sign(key: IssuerKey, payload: JWTPayload = claims(), header: Record<string, unknown> = {}) {
  return new SignJWT(payload).setProtectedHeader({ alg: key.alg, kid: key.kid, ...header }).sign(key.privateKey);
}

/** A token put together by hand: what no library would make. */
export function compact(header: object, payload: object, signature: Uint8Array = new Uint8Array()): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${Buffer.from(signature).toString('base64url')}`;
}
