import { PortcullisError } from '../../domain/errors.ts';

/** How large one operation may be. Everything is counted as it would be executed: after fragments are put in. */
export interface OperationLimits {
  /** Fields within fields. */
  readonly maxDepth: number;
  /** Fields with an alias, and repeats of a field beside itself, which are the same trick without one. */
  readonly maxAliases: number;
  readonly maxRootFields: number;
  /** Selected fields in all, repeats included. */
  readonly maxFields: number;
  /** Spreads and inline fragments: validation compares each with each. */
  readonly maxFragments: number;
  /** Words and marks of the document's text. */
  readonly maxTokens: number;
  readonly maxDirectives: number;
  /** How many fields the answer may come to hold: see `costOf`. */
  readonly maxCost: number;
  /** Elements of all lists in the input, variables included. */
  readonly maxInputItems: number;
  /** Lists and objects within each other in one input value. */
  readonly maxInputDepth: number;
}

const WORDS: Readonly<Record<keyof OperationLimits, string>> = {
  maxDepth: 'levels of fields',
  maxAliases: 'aliases and repeated fields',
  maxRootFields: 'root fields',
  maxFields: 'fields',
  maxFragments: 'fragments',
  maxTokens: 'tokens',
  maxDirectives: 'directives',
  maxCost: 'units of cost',
  maxInputItems: 'elements in input lists',
  maxInputDepth: 'levels of input',
};

/** @throws PortcullisError OPERATION_TOO_COMPLEX that names the limit and its size in `extensions` */
export function checkLimit(limits: OperationLimits, name: keyof OperationLimits, count: number): void {
  if (count > limits[name]) throw tooComplex(limits, name);
}

export function tooComplex(limits: OperationLimits, name: keyof OperationLimits): PortcullisError {
  const message = `The operation is too complex: at most ${limits[name]} ${WORDS[name]} are allowed.`;
  return new PortcullisError('OPERATION_TOO_COMPLEX', message, { facts: { limit: name, maximum: limits[name] } });
}
