import type { Emulator, EmulatorOptions } from '../emulation/emulator.ts';
import { type EmulatedAnswer, type EmulatedRequest, startEmulatorServer } from '../emulation/server.ts';
import { INACTIVE, NO_ROUTE, SUBJECT_NOT_FOUND } from './emulator/answers.ts';
import {
  deleteAuthorization,
  deprovision,
  postApplication,
  postVariables,
  provision,
} from './emulator/applications.ts';
import { readFields, textOf } from './emulator/bodies.ts';
import { getApplication, listSecrets, postSecret } from './emulator/secrets.ts';
import { createTokenIssuer, TOKEN_SECONDS, type TokenIssuer } from './emulator/tokens.ts';
import { type Authorization, createVault, type Vault } from './emulator/vault.ts';

type Route = (
  vault: Vault,
  authorization: Authorization,
  request: EmulatedRequest,
) => EmulatedAnswer | Promise<EmulatedAnswer>;

/** Paths in lower case: dsmcli writes /iso/dapp/Application, everybody else a small a. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /iso/dapp/application': getApplication,
  'POST /iso/dapp/application': postApplication,
  'DELETE /iso/dapp/application/authorization': (_vault, authorization) => deleteAuthorization(authorization),
  'GET /iso/sctm/secret': listSecrets,
  'POST /iso/sctm/secret': postSecret,
  'POST /iso/coe/dapp/provision': provision,
  'POST /iso/coe/dapp/deprovision': deprovision,
  'POST /iso/dapp/deprovision': deprovision,
  'POST /iso/cicd/variables': (_vault, _authorization, request) => postVariables(request),
};

/** The older prefix and the one of the vendor's OpenAPI file. */
const TOKEN_ROUTES: ReadonlySet<string> = new Set(['POST /iso/oauth2/token', 'POST /api/oauth2/token']);

/**
 * A vault with one application and one authorization, in memory. Its clocks are in UTC.
 * @see README.md of this folder for what is documented and what is inferred.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const vault = createVault({ secrets: options.secrets, now: options.now });
  const tokens = createTokenIssuer(options.now);
  const server = await startEmulatorServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    handler: (request) => answer(vault, tokens, request),
  });
  const url = `http://${server.host}:${server.port}`;
  const { clientId, clientSecret } = vault.main;
  return {
    url,
    storeConfig: { provider: 'segura', endpoint: url, credentials: { clientId, clientSecret } },
    seeded: { groups: 1, secrets: options.secrets },
    requests: () => server.requests(),
    clearRequests: () => server.clearRequests(),
    setFault: (fault) => server.setFault(fault),
    values: () => vault.values(),
    close: () => server.close(),
  };
}

async function answer(vault: Vault, tokens: TokenIssuer, request: EmulatedRequest): Promise<EmulatedAnswer> {
  const key = `${request.method} ${request.path.toLowerCase()}`;
  if (TOKEN_ROUTES.has(key)) return issueToken(vault, tokens, request);
  const route = ROUTES[key];
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (route === undefined || bearer === undefined) return NO_ROUTE;
  const subject = tokens.subjectOf(bearer);
  if (subject === null) return refusedToken();
  const authorization = vault.authorization(subject);
  if (authorization === undefined) return SUBJECT_NOT_FOUND;
  if (!authorization.active) return INACTIVE;
  return route(vault, authorization, request);
}

async function issueToken(vault: Vault, tokens: TokenIssuer, request: EmulatedRequest): Promise<EmulatedAnswer> {
  const fields = (await readFields(request)) ?? new Map<string, unknown>();
  if (textOf(fields, 'grant_type') !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'The authorization grant type is not supported');
  }
  const authorization = vault.authorization(textOf(fields, 'client_id'));
  if (authorization?.active !== true || authorization.clientSecret !== textOf(fields, 'client_secret')) {
    return oauthError(401, 'invalid_client', 'Client authentication failed');
  }
  const token = tokens.issue(authorization.clientId);
  return { status: 200, body: { token_type: 'Bearer', expires_in: TOKEN_SECONDS, access_token: token } };
}

/** The fields that dsmcli reads: `error` as text, `message`. */
function oauthError(status: number, error: string, message: string): EmulatedAnswer {
  return { status, body: { error, error_description: message, message } };
}

/** A token that is not ours, or not any more. */
function refusedToken(): EmulatedAnswer {
  return oauthError(401, 'access_denied', 'The resource owner or authorization server denied the request.');
}
