import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { PortcullisError } from '../domain/errors.ts';
import { typeAt } from './input-position.ts';

const MAX_FAULTS = 20;

/**
 * Checks an operation's variables before graphql-js does, so that its own messages, which quote the value, never come
 * to be. Each fault names the variable, the path below it in schema names, and the expected type.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): readonly PortcullisError[] {
  const faults: PortcullisError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (type === undefined || !isInputType(type)) continue;
    const value = given[name];
    if (value === undefined) {
      if (definition.defaultValue === undefined && String(type).endsWith('!')) faults.push(fault(name, [], type));
      continue;
    }
    coerceInputValue(value, type, (path) => {
      if (faults.length < MAX_FAULTS) faults.push(fault(name, path, typeAt(type, path)));
    });
  }
  return faults;
}

function fault(variable: string, path: readonly (string | number)[], expected: GraphQLInputType): PortcullisError {
  const argument = [variable, ...path].join('.');
  const message = `The variable $${argument} is not what is expected there: ${String(expected)}.`;
  return new PortcullisError('BAD_USER_INPUT', message, { argument });
}
