import { z } from 'zod';
import { SECRET_ID } from './grammar.ts';

/**
 * The engine's JSON, tolerant: keys that are not named are dropped, what may be absent may be null. `Spec.Data` is
 * never answered and not named here; of a service only its name and its references pass, so that environment
 * variables, which often carry credentials, are gone after parsing.
 * @see https://github.com/moby/moby/blob/master/api/docs/v1.44.yaml definitions Secret, SecretSpec, Service
 */
const texts = z.record(z.string(), z.string()).nullish();

/** A templating driver may be stored without a name; the engine then leaves the key out. */
const driver = z.object({ Name: z.string().nullish(), Options: texts }).nullish();

export const vendorSecret = z.object({
  /** Becomes a path segment again, so anything outside the grammar is no answer of an engine. */
  ID: z.string().regex(SECRET_ID),
  /**
   * A uint64 on the wire. JSON.parse rounds above 2^53, and writing with a rounded index would only ever be refused,
   * so an unsafe number is refused here. It counts writes to one raft log: 2^53 is out of reach.
   */
  Version: z.object({ Index: z.int().nonnegative() }),
  CreatedAt: z.string().nullish(),
  UpdatedAt: z.string().nullish(),
  Spec: z.object({ Name: z.string(), Labels: texts, Driver: driver, Templating: driver }),
});

/**
 * `null` is Go's nil slice. No body at all is not a list: an answer that was cut must not look empty. Compiled, because
 * it is the whole swarm in one answer.
 */
export const vendorSecrets = z.compile(z.array(vendorSecret).nullable());

/** The reference writes `Id`, every engine answers `ID`. */
export const vendorCreated = z
  .object({ ID: z.string().nullish(), Id: z.string().nullish() })
  .transform(({ ID, Id }) => ID ?? Id ?? '')
  .pipe(z.string().regex(SECRET_ID));

const reference = z.object({ SecretID: z.string() });

export const vendorServices = z
  .array(
    z.object({
      ID: z.string(),
      Spec: z.object({
        Name: z.string().nullish(),
        TaskTemplate: z
          .object({ ContainerSpec: z.object({ Secrets: z.array(reference).nullish() }).nullish() })
          .nullish(),
      }),
    }),
  )
  .nullable();

/** GET /info, not GET /swarm: the latter answers join tokens as well. */
export const vendorInfo = z.object({
  Swarm: z.object({ Cluster: z.object({ ID: z.string().nullish() }).nullish() }).nullish(),
});

export const vendorVersion = z.object({ Version: z.string().nullish() });

/** An answer whose body nobody looks at: `OK`, or nothing. */
export const noBody = z.unknown().transform(() => undefined);

export const vendorError = z.object({ message: z.string() });

export type VendorSecret = z.output<typeof vendorSecret>;
export type VendorService = NonNullable<z.output<typeof vendorServices>>[number];
