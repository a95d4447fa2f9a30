import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
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
    // Not what every object inherits: a variable may be called 'constructor'.
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) {
      if (definition.defaultValue === undefined && String(type).endsWith('!')) faults.push(fault(name, [], type));
      continue;
    }
    coerceInputValue(value, type, (path, _value, { message }) => {
      const place = [...path, ...missingField(typeAt(type, path), message)];
      if (faults.length < MAX_FAULTS) faults.push(fault(name, place, typeAt(type, place)));
    });
  }
  return faults;
}

/**
 * graphql-js places a missing field at the object that lacks it and names it in its message. A name there may also be
 * the caller's own text: only one that the schema has is repeated.
 */
function missingField(type: GraphQLInputType, message: string): readonly string[] {
  const name = /^Field "(\w+)" of required type /.exec(message)?.[1];
  const object = getNullableType(type);
  return name !== undefined && isInputObjectType(object) && Object.hasOwn(object.getFields(), name) ? [name] : [];
}

function fault(variable: string, path: readonly (string | number)[], expected: GraphQLInputType): PortcullisError {
  const argument = [variable, ...path].join('.');
  const message = `The variable $${argument} is not what is expected there: ${String(expected)}.`;
  return new PortcullisError('BAD_USER_INPUT', message, { argument });
}
