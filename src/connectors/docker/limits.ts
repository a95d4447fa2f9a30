import { badInput } from '../../domain/errors.ts';
import type { Label } from '../../domain/model.ts';
import type { SecretValue } from '../../domain/secret-value.ts';
import type { DriverSpec } from './client.ts';
import { SECRET_NAME, STACK_LABEL } from './grammar.ts';
import type { DockerDriverInput } from './native.ts';

/** The engine's check is "less than 500 KiB" (github.com/moby/swarmkit api/validation/secrets.go). */
const MAX_VALUE_BYTES = 511_999;

/** @throws PortcullisError BAD_USER_INPUT at `input.name` */
export function checkName(name: string): void {
  if (SECRET_NAME.test(name)) return;
  const message = 'A name has 1 to 64 letters, digits, "-", "_" and ".", with a letter or digit at both ends.';
  throw badInput(message, 'input.name');
}

/**
 * The bytes as the engine takes them: RFC 4648 section 4, padded. Undefined where a driver fetches the value: the
 * engine would keep what is given beside a driver, unchecked, and give it to nobody.
 * @throws PortcullisError BAD_USER_INPUT at `input.value`
 */
export function encodeData(value: SecretValue | null, hasDriver: boolean): string | undefined {
  if (value === null) {
    if (hasDriver) return undefined;
    throw badInput('A value is needed where no driver fetches it.', 'input.value');
  }
  if (hasDriver) throw badInput('A driver fetches the value: give none.', 'input.value');
  if (value.form === 'FIELDS') throw badInput('A value is text or bytes here, not fields.', 'input.value');
  const { bytes } = value.expose();
  if (bytes.length === 0 || bytes.length > MAX_VALUE_BYTES) {
    throw badInput('A value has 1 to 511,999 bytes.', 'input.value');
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * The labels of a spec, with the stack's own in its place. A label cannot move a secret into a stack or out of one:
 * the policy decided on the group.
 * @throws PortcullisError BAD_USER_INPUT at `input.labels`
 */
export function labelsFor(labels: readonly Label[], namespace: string | null): Record<string, string> {
  const map = pairsToMap(labels, 'input.labels');
  const given = map.get(STACK_LABEL);
  if (given !== undefined && given !== namespace) {
    throw badInput(`The label ${STACK_LABEL} follows the group and cannot be set by itself.`, 'input.labels');
  }
  if (namespace !== null) map.set(STACK_LABEL, namespace);
  return Object.fromEntries(map);
}

/** @throws PortcullisError BAD_USER_INPUT below `argument` */
export function encodeDriver(driver: DockerDriverInput | null | undefined, argument: string): DriverSpec | undefined {
  if (driver === null || driver === undefined) return undefined;
  if (driver.name === '') throw badInput('A driver has a name.', `${argument}.name`);
  if (driver.options === null || driver.options === undefined) return { Name: driver.name };
  return { Name: driver.name, Options: Object.fromEntries(pairsToMap(driver.options, `${argument}.options`)) };
}

function pairsToMap(pairs: readonly Label[], argument: string): Map<string, string> {
  const map = new Map(pairs.map(({ key, value }) => [key, value]));
  if (map.size !== pairs.length) throw badInput('A key is given twice.', argument);
  return map;
}
