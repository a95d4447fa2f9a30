import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The documented default. */
export const TOKEN_SECONDS = 3_600;

export interface TokenIssuer {
  issue(subject: string): string;
  /** The subject of a token that is ours and lives; null for any other text. */
  subjectOf(token: string): string | null;
}

/** Signed tokens of an hour, in the form of a JWT. */
export function createTokenIssuer(now: () => number): TokenIssuer {
  const key = randomBytes(32);
  let issued = 0;
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    issue: (subject) => {
      issued += 1;
      const seconds = Math.floor(now() / 1_000);
      const claims = { jti: String(issued), iat: seconds, nbf: seconds, exp: seconds + TOKEN_SECONDS, sub: subject };
      const text = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
      return `${text}.${sign(text)}`;
    },
    subjectOf: (token) => {
      const [head = '', claims = '', signature = ''] = token.split('.');
      const expected = Buffer.from(sign(`${head}.${claims}`));
      const given = Buffer.from(signature);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      const { sub, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as {
        sub: string;
        exp: number;
      };
      return exp * 1_000 > now() ? sub : null;
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}
