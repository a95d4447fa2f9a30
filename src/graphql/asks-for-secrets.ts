import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Fields of Query that are answered from the listing of every store. */
const LISTING_FIELDS: ReadonlySet<string> = new Set(['secrets', 'subjects', 'secretsSummary']);
const NESTED: ReadonlySet<string> = new Set(['secrets']);

type Fragments = GraphQLResolveInfo['fragments'];

/**
 * Whether a list of groups is asked for together with secrets, within the groups or beside them: then one listing of
 * a store answers both. Remembered by the field's nodes, which graphql-js hands on unchanged.
 */
export function asksForSecrets({ fieldNodes, operation, fragments }: GraphQLResolveInfo): boolean {
  const known = answers.get(fieldNodes);
  if (known !== undefined) return known;
  const within = fieldNodes.some(({ selectionSet }) => selects(selectionSet, { names: NESTED, deep: true, fragments }));
  const beside = () => selects(operation.selectionSet, { names: LISTING_FIELDS, deep: false, fragments });
  const answer = within || beside();
  answers.set(fieldNodes, answer);
  return answer;
}

const answers = new WeakMap<GraphQLResolveInfo['fieldNodes'], boolean>();

interface Search {
  readonly names: ReadonlySet<string>;
  /** Whether fields within fields count. */
  readonly deep: boolean;
  readonly fragments: Fragments;
}

/** Validation has refused fragments that contain themselves. */
function selects(selectionSet: SelectionSetNode | undefined, search: Search): boolean {
  return (selectionSet?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) {
      return search.names.has(selection.name.value) || (search.deep && selects(selection.selectionSet, search));
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return selects(selection.selectionSet, search);
    return selects(search.fragments[selection.name.value]?.selectionSet, search);
  });
}
