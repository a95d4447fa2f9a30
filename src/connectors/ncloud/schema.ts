import { z } from 'zod';

/**
 * NAVER's JSON, as far as it is used. Unknown keys are dropped, documented ones may be missing or null. Only
 * `stageValue` names a value; the answers to changes of values carry ciphertext and are read no further than `code`.
 */
const text = z.string().nullish();
/** Epoch milliseconds; 0 is printed where there is none. */
const instant = z.number().nullish();
/** Called a String everywhere, printed as a number by the key list's sample. */
const idText = z.union([z.string(), z.number()]).transform(String);

function envelope<Data extends z.ZodType>(data: Data) {
  return z.object({ code: text, data });
}

const listItem = z.object({
  secretId: z.string().min(1),
  secretName: z.string(),
  secretStatus: z.string(),
  secretType: text,
  region: text,
  registerDate: instant,
});
export type ListItem = z.output<typeof listItem>;

/** More than any account holds; a bound for what an answer can make us ask for. */
const MAX_PAGES = 20_000;

/** Compiled, because a listing is many of them. */
export const secretPage = z.compile(
  envelope(
    z.object({
      totalPageNo: z.int().min(0).max(MAX_PAGES),
      totalCount: z.number().nullish(),
      secretList: z.array(listItem).nullish(),
    }),
  ),
);
export type SecretPage = z.output<typeof secretPage>['data'];

const trigger = z.object({ id: idText.nullish(), name: text, url: text, recentlyExecutedAction: text }).nullish();
const protectionKey = z.object({ type: text, kmsKeyTag: text, kmsKeyName: text, kmsBoundaryType: text }).nullish();

const detail = listItem.extend({
  memo: text,
  expectedDestroyDate: instant,
  updateDate: instant,
  autoRotationYN: text,
  autoRotationPeriod: z.number().nullish(),
  nextRotationDate: instant,
  rotationPhase: text,
  lastRotationDate: instant,
  lastRotationResultId: idText.nullish(),
  trigger,
  protectionKey,
});
export type Detail = z.output<typeof detail>;
export const secretDetail = envelope(detail);

export const createdSecret = envelope(z.object({ secretId: z.string().min(1), region: text }));

/** Of a change only the code is read. `data` is null, the text "null", a part of the secret, or ciphertext. */
export const acknowledged = z.object({ code: text }).optional();

export const triggerList = envelope(
  z.object({
    triggerList: z
      .array(
        z.object({
          id: idText,
          name: text,
          description: text,
          pageUrl: text,
          platform: text,
          region: text,
          linkedSecretList: z.array(idText).nullish(),
          actionList: z.array(z.object({ name: z.string(), description: text })).nullish(),
        }),
      )
      .nullish(),
  }),
);
export type Trigger = NonNullable<z.output<typeof triggerList>['data']['triggerList']>[number];

export const keyList = envelope(
  z.object({
    keyList: z
      .array(
        z.object({
          keyId: idText,
          keyTag: text,
          keyName: text,
          keyStatus: text,
          keyType: text,
          kmsBoundaryType: text,
        }),
      )
      .nullish(),
  }),
);
export type ProtectionKey = NonNullable<z.output<typeof keyList>['data']['keyList']>[number];

/** For reveals alone. An empty slot may come as null, as empty text, or as a 404. */
export const stageValue = envelope(
  z.object({ decryptedSecretValue: z.object({ value: text, valueStage: text }).nullish() }).nullish(),
);
