import { stringify } from 'yaml';
import { ACTIONS } from '../policy/actions.ts';
import { createPolicy } from '../policy/policy.ts';
import { loadConfig } from './load-config.ts';
import type { Terminal } from './terminal.ts';

export interface ExplainOptions {
  readonly config: string;
  readonly role: readonly string[];
  readonly action: string;
  readonly resource: string;
}

/** Prints what the policy of a file decides, and the statement that made it. Exit 0: allowed, 1: not, 2: cannot tell. */
export function explainPolicy(options: ExplainOptions, terminal: Terminal): number {
  const action = ACTIONS.find((known) => known === options.action);
  if (action === undefined) {
    terminal.err(`portcullis: there is no action ${options.action}; the actions are\n  ${ACTIONS.join('\n  ')}`);
    return 2;
  }
  const config = loadConfig(options.config, terminal);
  if (config === null) return 2;
  const statements = config.policy ?? [];
  const { allowed, statement, revealReason } = createPolicy(statements)
    .rightsOf(options.role)
    .decide(action, options.resource);
  terminal.out(`${allowed ? 'ALLOWED' : 'NOT ALLOWED'}: ${options.role.join(', ')} ${action} ${options.resource}`);
  if (allowed && action === 'secret:reveal') terminal.out(`A reason is ${revealReason}.`);
  if (statement === null) terminal.out('No statement matches, and what nothing allows is not allowed.');
  else terminal.out(`By policy[${statement}]:\n${indent(stringify(statements[statement]))}`);
  return allowed ? 0 : 1;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}
