import type { OpenStore } from '../../catalog/store.ts';
import { type Capability, capabilityOf, type StoreOperation } from '../../domain/capabilities.ts';
import type { NativeInputVerb } from '../../domain/connector.ts';
import { badInput, unsupported } from '../../domain/errors.ts';
import type { Label } from '../../domain/model.ts';
import { type SecretField, SecretText, SecretValue } from '../../domain/secret-value.ts';

/** Arguments that name what is written to, and are no capability of a store. */
const IDENTITY = new Set(['store', 'id', 'secret', 'clientMutationId']);

const MAX_WAIT_SECONDS = 300;

type Input = Readonly<Record<string, unknown>>;

/**
 * Refuses, before any request, what the store cannot honour: the operation itself, an argument it has no place for,
 * a missing argument it needs, a form of value it does not take. No argument is ever dropped silently.
 * @throws UNSUPPORTED or BAD_USER_INPUT with `extensions.argument`.
 */
export function checkArguments(
  store: OpenStore,
  operation: StoreOperation,
  { input, named = [] }: { readonly input: object; readonly named?: readonly string[] },
): Capability {
  const capability = capabilityOf(store.facts.capabilities, operation);
  if (capability.support === 'UNSUPPORTED') {
    throw unsupported(capability.note ?? `${store.facts.title} cannot do this.`, { facts: { operation } });
  }
  const given = givenArguments(store, input as Input).filter((argument) => !named.includes(argument));
  const honoured = new Set(capability.inputs ?? []);
  const ignored = given.find((argument) => !honoured.has(argument) && !honoured.has(parentOf(argument)));
  if (ignored !== undefined) {
    throw unsupported(`${store.facts.title} has no place for this argument here.`, { argument: `input.${ignored}` });
  }
  const missing = (capability.requires ?? []).find((argument) => !isGiven(input as Input, argument));
  if (missing !== undefined) throw badInput(`${store.facts.title} needs this argument.`, `input.${missing}`);
  checkValues(capability, input as Input);
  checkWait((input as Input).waitSeconds);
  return capability;
}

/** What was given, as dotted paths; a default that asks for nothing (`force: false`) does not count. */
function givenArguments(store: OpenStore, input: Input): string[] {
  return Object.entries(input).flatMap(([key, value]) => {
    if (IDENTITY.has(key) || value === undefined || value === false) return [];
    if (key === 'native') return value === null ? [] : nativeArguments(store, value as Input);
    if (key === 'waitSeconds' && (value === null || value === 0)) return [];
    if (key === 'ifMatch' && value === null) return [];
    return [key];
  });
}

function nativeArguments(store: OpenStore, native: Input): string[] {
  const [member, fields] = Object.entries(native).find(([, value]) => value !== undefined && value !== null) ?? [];
  if (member === undefined) return [];
  if (member !== nativeMember(store)) {
    throw badInput(
      `This store is of the provider ${store.facts.provider}; another's native input cannot apply.`,
      `input.native.${member}`,
    );
  }
  return Object.entries(fields as Input)
    .filter(([, value]) => value !== undefined)
    .map(([field]) => `native.${member}.${field}`);
}

/** The member of native inputs that belongs to a store: its provider in lower case. */
function nativeMember(store: OpenStore): string {
  return store.facts.provider.toLowerCase();
}

/** 'native.docker' covers 'native.docker.driver'. */
function parentOf(argument: string): string {
  const dot = argument.lastIndexOf('.');
  return dot < 0 ? argument : argument.slice(0, dot);
}

function isGiven(input: Input, argument: string): boolean {
  const value = argument
    .split('.')
    .reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Input)[part] : undefined), input);
  return value !== undefined && value !== null;
}

function checkWait(waitSeconds: unknown): void {
  if (typeof waitSeconds === 'number' && (waitSeconds < 0 || waitSeconds > MAX_WAIT_SECONDS)) {
    throw badInput(`A write waits 0 to ${MAX_WAIT_SECONDS} seconds.`, 'input.waitSeconds');
  }
}

interface ValueInput {
  readonly text?: SecretText | null | undefined;
  readonly base64?: SecretText | null | undefined;
  readonly fields?: readonly { readonly key: string; readonly value: SecretText }[] | null | undefined;
}

function checkValues(capability: Capability, input: Input): void {
  const forms = capability.valueForms ?? [];
  const check = (value: unknown, argument: string) => {
    const form = formOf(value as ValueInput | null | undefined);
    if (form !== null && !forms.includes(form))
      throw badInput(
        `This store takes a value as ${forms.join(' or ') || 'nothing'}.`,
        `${argument}.${form.toLowerCase()}`,
      );
  };
  check(input.value, 'input.value');
  const secrets = Array.isArray(input.secrets) ? (input.secrets as { readonly value: unknown }[]) : [];
  for (const [index, secret] of secrets.entries()) check(secret.value, `input.secrets.${index}.value`);
}

function formOf(value: ValueInput | null | undefined): 'TEXT' | 'BASE64' | 'FIELDS' | null {
  if (value === null || value === undefined) return null;
  if (value.text) return 'TEXT';
  return value.base64 ? 'BASE64' : 'FIELDS';
}

/** The one form that was given, as a value of ours; null where none was. */
export function toSecretValue(value: ValueInput | null | undefined, argument = 'input.value'): SecretValue | null {
  if (value === null || value === undefined) return null;
  if (value.text instanceof SecretText) return SecretValue.fromText(value.text.expose());
  if (value.base64 instanceof SecretText)
    return SecretValue.fromBytes(decodeBase64(value.base64.expose(), `${argument}.base64`));
  const fields = value.fields ?? [];
  checkUnique(
    fields.map(({ key }) => key),
    `${argument}.fields`,
  );
  return SecretValue.fromFields(
    fields.map(({ key, value: text }): SecretField => ({ key, value: text.expose(), section: null })),
  );
}

function decodeBase64(text: string, argument: string): Uint8Array {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const bytes = Buffer.from(standard, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== standard) throw badInput('This is not base64.', argument);
  return bytes;
}

/** @throws BAD_USER_INPUT for a repeated key: which of the two was meant cannot be told. */
export function toLabels(labels: readonly Label[], argument = 'input.labels'): readonly Label[] {
  checkUnique(
    labels.map(({ key }) => key),
    argument,
  );
  return labels.map(({ key, value }) => ({ key, value }));
}

export function checkUnique(keys: readonly string[], argument: string): void {
  if (new Set(keys).size !== keys.length) throw badInput('A key is given more than once.', argument);
}

/** This provider's own member of a native input, checked; undefined where none was given. */
export function parseNative(store: OpenStore, verb: NativeInputVerb, native: object | null | undefined): unknown {
  const member = (native as Input | null | undefined)?.[nativeMember(store)];
  return member === undefined || member === null ? undefined : store.parseNative(verb, member);
}

/** The keys that are given, null included: left out means keep. */
export function definedOf<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}
