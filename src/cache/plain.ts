/** What a plain value weighs, in bytes. */
export interface PlainSize {
  /**
   * An estimate of the heap it holds: 24 and a byte a character for a string, 8 for a number, 32 and 8 a member for
   * an object, 16 and 8 an element for an array. Within a factor of two of what V8 holds for metadata in Latin script.
   */
  readonly memoryBytes: number;
  /** Its JSON text is no shorter than this. */
  readonly textBytes: number;
}

/** Deeper than any shape we cache; a bound for what is no tree at all. */
const MAX_DEPTH = 24;

/**
 * Weighs a value, and judges it on the way: null for anything that is not JSON as it stands. An instance of a class
 * (a SecretValue above all), a function, `undefined` or NaN anywhere inside makes the whole not plain.
 */
export function measurePlain(value: unknown): PlainSize | null {
  const size = { memoryBytes: 0, textBytes: 0 };
  return add(size, value, 0) ? size : null;
}

interface Sums {
  memoryBytes: number;
  textBytes: number;
}

function add(size: Sums, value: unknown, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  switch (typeof value) {
    case 'string':
      size.memoryBytes += 24 + value.length;
      size.textBytes += 2 + value.length;
      return true;
    case 'number':
    case 'boolean':
      size.memoryBytes += 8;
      size.textBytes += 1;
      return typeof value === 'boolean' || Number.isFinite(value);
    case 'object':
      return value === null || addContainer(size, value, depth);
    default:
      return false;
  }
}

function addContainer(size: Sums, value: object, depth: number): boolean {
  if (Array.isArray(value)) {
    size.memoryBytes += 16 + 8 * value.length;
    // Two brackets, and one comma less than there are elements.
    size.textBytes += 1 + value.length;
    return addElements(size, value, depth);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  size.memoryBytes += 32;
  size.textBytes += 1;
  for (const key in value) {
    size.memoryBytes += 8;
    size.textBytes += 4 + key.length;
    if (!add(size, (value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** A column of a listing is one array of a hundred thousand texts: those are weighed where they stand. */
function addElements(size: Sums, elements: readonly unknown[], depth: number): boolean {
  let texts = 0;
  let characters = 0;
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index];
    if (typeof element === 'string') {
      texts += 1;
      characters += element.length;
    } else if (!add(size, element, depth + 1)) return false;
  }
  size.memoryBytes += 24 * texts + characters;
  size.textBytes += 2 * texts + characters;
  return true;
}
