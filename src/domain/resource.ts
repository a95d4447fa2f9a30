/**
 * The names that policies know things by: `store/group/secret`, each part percent-encoded so that a slash or a star
 * in a name stays a character. A missing group is an empty part: `swarm//token`.
 */
export function storeResource(store: string): string {
  return encodeResourcePart(store);
}

export function groupResource(store: string, group: string): string {
  return `${encodeResourcePart(store)}/${encodeResourcePart(group)}`;
}

export function secretResource(store: string, group: string | null, secret: string): string {
  return `${encodeResourcePart(store)}/${group === null ? '' : encodeResourcePart(group)}/${encodeResourcePart(secret)}`;
}

/** One part, in its only spelling. encodeURIComponent leaves `!'()*` alone; a star in a name must not look like a pattern. */
export function encodeResourcePart(part: string): string {
  return UNRESERVED.test(part) ? part : encode(part);
}

const UNRESERVED = /^[\w.~-]*$/;

function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
