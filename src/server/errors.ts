import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, PortcullisError } from '../domain/errors.ts';
import { extensionsOf } from '../graphql/format-error.ts';

/** HTTP status of a request that never became an operation. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  REQUEST_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** Answers in the shape of GraphQL whatever went wrong, also before there was an operation. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: PortcullisError): FastifyReply {
  const extensions = { ...extensionsOf(error), requestId: request.id };
  if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  if (error.details.retryAfterSeconds !== undefined) reply.header('retry-after', error.details.retryAfterSeconds);
  return reply.code(STATUS[error.code] ?? 400).send({ errors: [{ message: error.message, extensions }] });
}

/** What Fastify found wrong, in our words: its own messages quote the parser, which quotes the body. */
export function fromFastify(error: FastifyError): PortcullisError | null {
  if (error instanceof PortcullisError) return error;
  if (error.statusCode === 413)
    return new PortcullisError('REQUEST_TOO_LARGE', 'The request is larger than this gateway takes.');
  if (error.statusCode === 415) return badRequest('The request must be application/json.');
  if (error.statusCode === 408) return new PortcullisError('DEADLINE_EXCEEDED', 'The request took too long to arrive.');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return badRequest('The body is not JSON.');
  return null;
}

function badRequest(message: string): PortcullisError {
  return new PortcullisError('BAD_REQUEST', message);
}
