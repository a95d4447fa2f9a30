import type { EmulatedAnswer, EmulatedRequest } from '../../emulation/server.ts';
import { EngineError, type EngineProfile, type EngineRequest, isOlder, json } from './engine.ts';
import { createSecret, deleteSecret, inspectSecret, listSecrets, updateSecret } from './secrets-api.ts';
import { createService, deleteService, inspectService, listServices, updateService } from './services-api.ts';
import type { Swarm } from './swarm.ts';
import { events, info, inspectSwarm, ping, version } from './system-api.ts';

type EngineHandler = (swarm: Swarm, request: EngineRequest) => EmulatedAnswer | Promise<EmulatedAnswer>;

/** In order: GET /secrets/create is the inspection of a secret called "create", as in the engine. */
const ROUTES: readonly (readonly [method: string, path: RegExp, handler: EngineHandler])[] = [
  ['GET', /^\/_ping$/, ping],
  ['HEAD', /^\/_ping$/, ping],
  ['GET', /^\/version$/, version],
  ['GET', /^\/info$/, info],
  ['GET', /^\/swarm$/, inspectSwarm],
  ['GET', /^\/events$/, events],
  ['GET', /^\/secrets$/, listSecrets],
  ['POST', /^\/secrets\/create$/, createSecret],
  ['GET', /^\/secrets\/([^/]+)$/, inspectSecret],
  ['POST', /^\/secrets\/([^/]+)\/update$/, updateSecret],
  ['DELETE', /^\/secrets\/([^/]+)$/, deleteSecret],
  ['GET', /^\/services$/, listServices],
  ['POST', /^\/services\/create$/, createService],
  ['GET', /^\/services\/([^/]+)$/, inspectService],
  ['POST', /^\/services\/([^/]+)\/update$/, updateService],
  ['DELETE', /^\/services\/([^/]+)$/, deleteService],
];

export async function route(swarm: Swarm, profile: EngineProfile, request: EmulatedRequest): Promise<EmulatedAnswer> {
  const [, named, rest] = /^\/v(\d{1,4}\.\d{1,4})(\/.*)$/.exec(request.path) ?? [];
  const apiVersion = named ?? profile.apiVersion;
  const wrongVersion = refusedVersion(apiVersion, profile);
  if (wrongVersion !== null) {
    const shown = ['content-type', 'api-version', 'ostype', 'server'];
    return bare(refusal(wrongVersion, profile, apiVersion), shown);
  }
  try {
    for (const [method, path, handler] of ROUTES) {
      const match = method === request.method ? path.exec(rest ?? request.path) : null;
      if (match === null) continue;
      return await handler(swarm, { ...request, profile, apiVersion, parts: match.slice(1).map(decode) });
    }
    return bare(refusal(new EngineError(404, 'page not found'), profile, apiVersion), ['content-type']);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return refusal(error, profile, apiVersion);
  }
}

/** Refusals from in front of the API itself lack the headers that it would add. */
function bare(answer: EmulatedAnswer, kept: readonly string[]): EmulatedAnswer {
  const headers = Object.entries(answer.headers ?? {}).filter(([name]) => kept.includes(name));
  return { ...answer, headers: Object.fromEntries(headers) };
}

function refusedVersion(apiVersion: string, profile: EngineProfile): EngineError | null {
  const { apiVersion: newest, minApiVersion: oldest } = profile;
  if (isOlder(newest, apiVersion)) {
    const text = `client version ${apiVersion} is too new. Maximum supported API version is ${newest}`;
    return new EngineError(400, text);
  }
  if (!isOlder(apiVersion, oldest)) return null;
  const advice = 'please upgrade your client to a newer version';
  const text = `client version ${apiVersion} is too old. Minimum supported API version is ${oldest}, ${advice}`;
  return new EngineError(400, text);
}

/** Clients of before 1.24 get plain text. */
function refusal(error: EngineError, profile: EngineProfile, apiVersion: string): EmulatedAnswer {
  const answer = json(profile, error.status, { message: error.message });
  if (!isOlder(apiVersion, '1.24')) return answer;
  const headers = { ...answer.headers, 'content-type': 'text/plain; charset=utf-8' };
  return { status: error.status, headers, body: `${error.message}\n` };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new EngineError(404, 'page not found');
  }
}
