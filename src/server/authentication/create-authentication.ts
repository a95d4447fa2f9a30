import { causeName } from '../../domain/errors.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { type Authenticate, createAuthenticate, type IdentifyToken } from './authenticate.ts';
import { type CertificateEntry, createCertificateIdentification } from './client-certificates.ts';
import { createJwtIdentification, type JwtOptions } from './jwt.ts';
import { createKeySet } from './key-set.ts';
import { createServiceTokens, type TokenEntry } from './service-tokens.ts';

export interface AuthenticationOptions {
  readonly tokens: readonly TokenEntry[];
  readonly jwt?: (JwtOptions & { readonly jwksUrl: string; readonly caFile?: string | undefined }) | undefined;
  readonly certificates: readonly CertificateEntry[];
}

export interface Authentication {
  readonly authenticate: Authenticate;
  readonly close: () => Promise<void>;
}

/** Every configured way to say who is calling. */
export function createAuthentication(
  options: AuthenticationOptions,
  { now, logger }: { readonly now: () => number; readonly logger: Logger },
): Authentication {
  const { jwt } = options;
  const serviceTokens = createServiceTokens(options.tokens, now);
  const certificates = createCertificateIdentification(options.certificates);
  if (jwt === undefined) {
    return { authenticate: createAuthenticate({ tokens: [serviceTokens], certificates }), close: async () => {} };
  }
  const keys = createKeySet({
    jwksUrl: jwt.jwksUrl,
    caFile: jwt.caFile,
    now,
    onFailure: (error) => logger.log('error', 'key set unavailable', { causeName: causeName(error) }),
  });
  const tokens: IdentifyToken[] = [
    serviceTokens,
    createJwtIdentification(jwt, {
      keys,
      now,
      onRefused: (error) => logger.log('debug', 'token refused', { causeName: causeName(error) }),
    }),
  ];
  return { authenticate: createAuthenticate({ tokens, certificates }), close: keys.close };
}
