import { isLoopbackHost } from '../connectors/http/endpoint.ts';
import type { ParsedConfig } from './schema.ts';

type AddFault = (path: readonly PropertyKey[], message: string) => void;

/** What identity and protection need of each other. */
export function checkProtection({ auth, server }: ParsedConfig, addFault: AddFault): void {
  if (auth !== undefined) {
    if (auth.tokens.length === 0 && auth.certificates.length === 0 && auth.jwt === undefined)
      addFault(['auth'], 'names nobody: give tokens, jwt or certificates');
    if (auth.certificates.length > 0 && server.tls?.clientCaFile === undefined)
      addFault(['auth', 'certificates'], 'need server.tls.clientCaFile: who signs them');
    if (auth.jwt !== undefined && !isSafeUrl(auth.jwt.jwksUrl))
      addFault(['auth', 'jwt', 'jwksUrl'], 'must be https:// for anything but this machine');
  }
  if (server.operations === 'trusted' && server.trustedDocumentsFile === undefined)
    addFault(['server', 'trustedDocumentsFile'], 'is missing: it lists the operations that are trusted');
}

/** Whoever can change the keys on their way can sign tokens. */
function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || isLoopbackHost(url.hostname.replace(/^\[|\]$/g, ''));
}
