import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { SecretText } from '../../domain/secret-value.ts';

/** RFC 3339 in, with any offset; UTC with milliseconds out. Inside: epoch milliseconds. */
export const dateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  serialize: (value) => new Date(value as number).toISOString(),
  parseValue: (value) => toInstant(GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node) => {
    try {
      return toInstant(GraphQLDateTimeISO.parseLiteral(node, {}));
    } catch {
      throw new GraphQLError('DateTime must be an RFC 3339 instant.', { nodes: node });
    }
  },
});

function toInstant(date: unknown): number {
  if (!(date instanceof Date) || Number.isNaN(date.getTime()))
    throw new GraphQLError('DateTime must be an RFC 3339 instant.');
  return date.getTime();
}

/**
 * The only type that holds a value or a part of one. Coming in, text is wrapped at once, so that arguments can be
 * printed without showing it; going out, nothing but such a wrapper serialises.
 */
export const secretText = new GraphQLScalarType<SecretText, string>({
  name: 'SecretText',
  serialize: (value) => {
    if (value instanceof SecretText) return value.expose();
    throw new GraphQLError('SecretText cannot be made of this.');
  },
  parseValue: (value) => {
    if (typeof value === 'string') return new SecretText(value);
    throw new GraphQLError('SecretText must be a string.');
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return new SecretText(node.value);
    // With its node, so that the fault can be placed without being quoted.
    throw new GraphQLError('SecretText must be a string.', { nodes: node });
  },
});
