import type { CountInWindow } from '../domain/window-counter.ts';
import type { RequestGuard } from '../graphql/limits/request-guard.ts';
import type { Authenticate } from './authentication/authenticate.ts';
import type { Listener } from './listener/listener.ts';
import type { RateLimits } from './rate-limit.ts';
import type { ResolveDocument } from './trusted-documents.ts';

/** What stands between a request and the graph, in the order in which the request meets it. */
export interface Protection {
  readonly listener: Listener;
  readonly corsOrigins: readonly string[];
  readonly rateLimits: RateLimits;
  readonly countRequests: CountInWindow;
  readonly authenticate: Authenticate;
  readonly resolveDocument: ResolveDocument;
  readonly guardRequest: RequestGuard;
}
