/** An input of a mutation, as it goes out as a variable. */
export type Input = Readonly<Record<string, unknown>>;

/** Objects that a store holds from the start, and what its own inputs have to name. */
export interface Known {
  readonly secret: string;
  readonly group: string;
  readonly version: string | null;
  /** The group's own part, by the names of the graph. */
  readonly native: Input;
  /** Integrations of a TrueFoundry store that keep secrets. */
  readonly integrationId: string | null;
}

/** How values are written to the stores of one provider: inputs that succeed. */
export interface WriteInputs {
  /** A name that its rules allow, another for each number. */
  readonly secretName: (number: number) => string;
  /** One value in each form that it takes. */
  readonly values: (text: string) => readonly Input[];
  readonly newSecret?: (known: Known, text: string) => Input;
  readonly newVersion?: Input;
  readonly newGroup?: (known: Known, text: string) => Input;
  readonly groupChange?: (text: string) => Input;
  readonly secretChange?: Input;
}

const textOrBytes = (text: string): readonly Input[] => [{ text }, { base64: Buffer.from(text).toString('base64') }];
const pairs = (text: string): readonly Input[] => [
  { fields: [{ key: 'password', value: text }] },
  { text: JSON.stringify({ password: text }) },
];

/** Whether a store takes it or not. */
export const inEveryForm = (text: string): readonly Input[] => [...textOrBytes(text), ...pairs(text)];

/** By the provider's word. */
const WRITE_INPUTS: Readonly<Record<string, WriteInputs>> = {
  docker: {
    secretName: (number) => `leak-${number}`,
    values: textOrBytes,
    secretChange: { labels: [{ key: 'com.example.leak', value: 'changed' }] },
  },
  imco: {
    secretName: (number) => `leak-${number}`,
    values: textOrBytes,
    newSecret: ({ group }) => ({ group }),
    newGroup: ({ native }) => ({
      native: {
        imco: {
          cloudAccountId: native.cloudAccountId,
          realmId: native.realmId,
          keyVaultPlanId: native.keyVaultPlanId,
        },
      },
    }),
    groupChange: () => ({ name: 'leak-renamed-vault' }),
    secretChange: { name: 'leak-renamed' },
  },
  ncloud: {
    secretName: (number) => `leak-${number}`,
    values: pairs,
    secretChange: { description: 'changed' },
  },
  segura: {
    secretName: (number) => `leak-${number}`,
    values: pairs,
    // Values in the two places where no other store has any.
    newSecret: (_, text) => {
      const fields = [
        { key: 'access_key_id', value: `${text}a`, label: 'ACCESS_KEY_ID' },
        { key: 'secret_access_key', value: `${text}b` },
      ];
      return { native: { segura: { accessKeys: [{ type: 'AWS', fields }], credentials: [{ fields }] } } };
    },
    newVersion: {
      native: {
        segura: {
          renewal: { cloudTimeMinutes: null, credentialTimeMinutes: 60, ephemeralCredentialTimeMinutes: null },
        },
      },
    },
  },
  truefoundry: {
    secretName: (number) => `leak-${number}`,
    values: textOrBytes,
    newSecret: ({ group }) => ({ group }),
    newGroup: ({ integrationId }, text) => ({
      secrets: [{ name: 'first-key', value: { text } }],
      native: { truefoundry: { integrationId } },
    }),
    groupChange: (text) => ({ secrets: [{ name: 'added-key', value: { text } }] }),
  },
};

export function inputsOf(word: string): WriteInputs {
  const inputs = WRITE_INPUTS[word];
  if (inputs === undefined) throw new Error(`nobody has said how to write to a store of ${word}`);
  return inputs;
}
