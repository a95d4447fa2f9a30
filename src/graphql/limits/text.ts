import { Lexer, Source, type Token, TokenKind } from 'graphql';
import { checkLimit, type OperationLimits, tooComplex } from './limits.ts';

/** Brackets within each other. graphql-js parses by recursion: some thousands would end in a full stack. */
const MAX_NESTING = 200;

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Looks at a document before it is parsed: linear in its length, without recursion and without keeping anything.
 * What is not GraphQL passes: the parser will say so.
 * @throws PortcullisError OPERATION_TOO_COMPLEX
 */
export function checkText(text: string, limits: OperationLimits): void {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (let kind = kindOf(lexer); kind !== null && kind !== TokenKind.EOF; kind = kindOf(lexer)) {
    tokens += 1;
    checkLimit(limits, 'maxTokens', tokens);
    if (OPENING.has(kind)) nesting += 1;
    else if (CLOSING.has(kind)) nesting -= 1;
    if (nesting > MAX_NESTING) throw tooComplex(limits, 'maxDepth');
  }
}

/** Null where the text is not GraphQL. */
function kindOf(lexer: Lexer): Token['kind'] | null {
  try {
    return lexer.advance().kind;
  } catch {
    return null;
  }
}
