import type { ValueForm } from '../../src/domain/secret-value.ts';
import type { StoreOperation } from '../support/registry.ts';
import type { SecretView, StoreUnderTest } from './store-under-test.ts';

/** A secret in some state: its global id. */
type Prepare = (store: StoreUnderTest) => Promise<string>;

/** An input of a mutation, as it goes out as a variable. */
export type Input = Readonly<Record<string, unknown>>;

type Make = (store: StoreUnderTest) => Promise<Input> | Input;

/** A change that can be seen: what is sent, and what a read afterwards has to show. */
interface Change {
  readonly input: Input;
  readonly shows: Readonly<Record<string, unknown>>;
}

/**
 * All that the suites have to know of one provider: how to make inputs that its stores take. What the stores can do,
 * which arguments they honour and what they cost stands in the registry, not here.
 */
export interface ProviderData {
  /** A name that its rules allow, another for each number. */
  readonly secretName: (number: number) => string;
  readonly groupName: (number: number) => string;
  /** One value in each form that stores take; all contain the marker, which is at least 8 letters or digits. */
  readonly values: (marker: string) => Readonly<Partial<Record<ValueForm, Input>>>;
  /** What a creation needs besides store and name (and, for a secret, the value). */
  readonly newGroup?: Make;
  readonly newSecret: Make;
  /** What a new version needs besides the value. */
  readonly newVersion?: Make;
  readonly groupChange?: (store: StoreUnderTest, number: number) => Change;
  readonly secretChange?: (store: StoreUnderTest, number: number) => Change;
  /** Answers the id of a secret in the state from which the operation works; left out: any new secret will do. */
  readonly prepare?: Readonly<Partial<Record<StoreOperation, Prepare>>>;
  /** How a secret shows that an operation took effect, where the contract's own rule does not say. */
  readonly effects?: Readonly<Partial<Record<StoreOperation, (before: SecretView, after: SecretView) => boolean>>>;
  /** How long its stores work on a write behind the answer. */
  readonly settleMs?: number;
  readonly minimum: Minimum;
  /** Fields of the graph that its document names and its listing never answers: they have their place and stay empty. */
  readonly silent?: readonly string[];
}

/** The fewest requests that a question about a whole store can be answered with, whatever the code declares. */
interface Minimum {
  /** Groups and secrets. */
  readonly list: (shape: Shape) => number;
  /** Groups alone. */
  readonly groups: (shape: Shape) => number;
  /** More for the versions of all secrets, for their usage, for a field that the listing lacks. */
  readonly versions: (shape: Shape) => number;
  readonly usage: (shape: Shape) => number;
  readonly details: (shape: Shape) => number;
}

export interface Shape {
  readonly groups: number;
  readonly secrets: number;
}

export async function dataOf(word: string): Promise<ProviderData> {
  const module = (await import(`./data/${word}.ts`)) as { readonly data: ProviderData };
  return module.data;
}
