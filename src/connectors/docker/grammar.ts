import { matchesGrammar } from '../../domain/ids.ts';

/** 25 digits to the base 36, as swarmkit makes them (github.com/moby/swarmkit identity/randomid.go). */
export const SECRET_ID = /^[a-z0-9]{25}$/;

/**
 * A stack is whatever the label says: any text. We take what we can carry in a global id (100 characters without
 * control characters or lone surrogates); a secret whose label is outside that has no group.
 */
export const STACK_NAMESPACE = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

/** The label that `docker stack deploy` puts on what it makes (github.com/docker/cli cli/compose/convert). */
export const STACK_LABEL = 'com.docker.stack.namespace';

/** 1 to 64 letters, digits, `-`, `_`, `.`, letter or digit at both ends (swarmkit manager/controlapi/common.go). */
export const SECRET_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9])?$/;

/** Null where there is no such label, or where what it says can be no group's id. */
export function stackOf(namespace: string | undefined): string | null {
  return namespace !== undefined && matchesGrammar([namespace], [STACK_NAMESPACE]) ? namespace : null;
}
