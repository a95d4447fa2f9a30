import { z } from 'zod';
import { createConfigSchema } from '../../src/config/schema.ts';
import type { ProviderDefinition } from '../../src/connectors/define.ts';

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** The configuration reference as Markdown, read from the very schema that checks the file. */
export function configTable(providers: Readonly<Record<string, ProviderDefinition>>): string {
  const { properties = {} } = z.toJSONSchema(createConfigSchema(providers), { io: 'input' }) as JsonSchema;
  const { stores, ...rest } = properties;
  const variants = stores?.items?.oneOf ?? stores?.items?.anyOf ?? [];
  const common = commonKeys(variants);
  return [
    ...table(Object.entries(rest).flatMap(([key, schema]) => rows(key, schema, false))),
    '',
    'Every store:',
    '',
    ...table(
      Object.entries(variants[0]?.properties ?? {})
        .filter(([key]) => common.has(key))
        .flatMap(([key, schema]) => rows(`stores[].${key}`, schema, isRequired(variants[0], key))),
    ),
    ...variants.flatMap((variant) => ownKeys(variant, common)),
  ].join('\n');
}

function ownKeys(variant: JsonSchema, common: ReadonlySet<string>): string[] {
  const own = Object.entries(variant.properties ?? {}).filter(([key]) => !common.has(key) && key !== 'provider');
  const word = String(variant.properties?.provider?.const);
  return [
    '',
    `\`provider: ${word}\` (${variant.description ?? word}):`,
    '',
    ...table(own.flatMap(([key, schema]) => rows(key, schema, isRequired(variant, key)))),
  ];
}

/** Keys that are the same in every provider's variant; the endpoint's description is common, its rule is not. */
function commonKeys(variants: readonly JsonSchema[]): ReadonlySet<string> {
  const [first, ...others] = variants;
  const keys = Object.keys(first?.properties ?? {}).filter((key) => key !== 'provider' && key !== 'credentials');
  return new Set(keys.filter((key) => others.every((other) => key in (other.properties ?? {}))));
}

function rows(path: string, schema: JsonSchema, required: boolean): string[] {
  const { properties, items } = schema;
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([key, inner]) =>
      rows(`${path}.${key}`, inner, isRequired(schema, key) && schema.default === undefined),
    );
  }
  if (items?.properties !== undefined) {
    return Object.entries(items.properties).flatMap(([key, inner]) =>
      rows(`${path}[].${key}`, inner, isRequired(items, key)),
    );
  }
  return [`| \`${path}\` | ${defaultOf(schema, required)} | ${(schema.description ?? '').replaceAll('|', '\\|')} |`];
}

function defaultOf({ default: value, enum: members }: JsonSchema, required: boolean): string {
  const choices = members === undefined ? '' : members.map((member) => `\`${String(member)}\``).join(', ');
  if (value !== undefined && !(typeof value === 'object' && value !== null))
    return choices === '' ? `\`${String(value)}\`` : `\`${String(value)}\` of ${choices}`;
  return [required ? 'required' : '', choices].filter((part) => part !== '').join(': ');
}

function isRequired(schema: JsonSchema | undefined, key: string): boolean {
  return schema?.required?.includes(key) === true;
}

function table(lines: readonly string[]): string[] {
  return ['| key | default | what it is |', '| --- | --- | --- |', ...lines];
}
