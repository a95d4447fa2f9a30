import { type DocumentNode, type FragmentDefinitionNode, Kind } from 'graphql';

/**
 * Measures each fragment of a document once, however often it is spread: fragments that spread others twice would
 * otherwise be walked 2^n times. A fragment within itself counts nothing there; validation refuses it later.
 */
export function createFragmentMemo<T>(
  document: DocumentNode,
  { measure, nothing }: { readonly measure: (fragment: FragmentDefinitionNode) => T; readonly nothing: T },
): (name: string) => T {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, T>();
  return (name) => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return nothing;
    measured.set(name, nothing);
    const result = measure(fragment);
    measured.set(name, result);
    return result;
  };
}
