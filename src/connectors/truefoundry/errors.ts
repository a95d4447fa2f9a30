import { type ErrorCode, type ErrorDetails, PortcullisError } from '../../domain/errors.ts';
import type { Classify, FailedAnswer } from '../http/classify.ts';

/**
 * The calls whose path names no object. A 404 to one of these is a wrong endpoint or an API that this control plane
 * does not have, never a missing object.
 */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(['check', 'listGroups', 'createGroup', 'listIntegrations']);

/**
 * Texts of the vendor's own error list and what they mean here; the texts themselves are all that goes into a
 * receipt. @see GitHub truefoundry/tfy-deploy-skills, skills/secrets/SKILL.md, "Error Handling"
 */
const KNOWN_TEXTS: readonly (readonly [text: string, code: ErrorCode, message: string])[] = [
  ['Secret group with this name already exists', 'CONFLICT', 'The store has a group of this name already.'],
  [
    'Cannot update secret group with zero secrets',
    'UPSTREAM_REJECTED',
    'The store refused the change: a group keeps at least one secret.',
  ],
  [
    'Key name does not support underscores (_)',
    'UPSTREAM_REJECTED',
    'The store refused the key: the vault behind this group takes no underscores.',
  ],
];

/** TrueFoundry's documented failures; null: the status alone decides. */
export const classify: Classify = (answer) => {
  if (answer.status >= 200 && answer.status <= 299) return null;
  const known = knownText(answer);
  if (known !== undefined) return failure(known[1], known[2], answer, { upstreamMessage: known[0] });
  switch (answer.status) {
    case 400:
    case 422:
      return failure(
        'UPSTREAM_REJECTED',
        'The store refused the request: a name, key or value is not to its rules.',
        answer,
      );
    case 404:
      return WITHOUT_OBJECT.has(answer.operation)
        ? failure('UPSTREAM_REJECTED', 'The endpoint of the store does not have this call.', answer)
        : null;
    case 424:
      // Several keys may be on their way into AWS, Google Cloud, Azure or Vault: nobody knows how far it came.
      return failure(
        'UPSTREAM_UNAVAILABLE',
        'The vault behind the store failed.',
        answer,
        whenWriting(answer, 'UNKNOWN'),
      );
    default:
      return null;
  }
};

/** Equal to a documented text up to its first full stop: the advice that follows it differs between releases. */
function knownText(answer: FailedAnswer): (typeof KNOWN_TEXTS)[number] | undefined {
  if (answer.status !== 400 && answer.status !== 409 && answer.status !== 422) return undefined;
  const body = answer.body;
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined;
  const sentence = typeof body.message === 'string' ? body.message.split('. ')[0]?.replace(/\.$/, '') : undefined;
  return KNOWN_TEXTS.find(([text]) => text === sentence);
}

function failure(code: ErrorCode, message: string, answer: FailedAnswer, details: ErrorDetails = {}): PortcullisError {
  return new PortcullisError(code, message, {
    upstreamStatus: answer.status,
    ...whenWriting(answer, 'NOT_APPLIED'),
    ...details,
  });
}

function whenWriting(answer: FailedAnswer, outcome: 'NOT_APPLIED' | 'UNKNOWN'): ErrorDetails {
  return answer.kind === 'write' ? { outcome } : {};
}
