import type { SecretEntry } from '../../../catalog/snapshot.ts';
import type { Revealed } from '../../../domain/connector.ts';
import { badInput, unsupported } from '../../../domain/errors.ts';
import { encodeId } from '../../../domain/ids.ts';
import type { NativePath } from '../../../domain/model.ts';
import { SecretText, type SecretValue } from '../../../domain/secret-value.ts';
import type { MutationResolvers } from '../../__generated__/resolvers.ts';
import type { GraphContext } from '../../context.ts';
import { type SecretNode, type SecretVersionNode, secretNode, versionNode } from '../../nodes.ts';
import { parseId, type Target, targetOf } from '../../targets.ts';
import { checkArguments } from '../../writes/arguments.ts';
import { operationOf } from '../../writes/change.ts';
import { readSecret } from '../../writes/fresh.ts';
import { MAX_REASON_LENGTH } from '../../writes/refusal.ts';
import { runWrite } from '../../writes/write.ts';

/**
 * The one place where a value leaves: policy, then the audit log, then the store, then the answer. No loader and no
 * cache is on this path, and what comes back is opened only here, into wrappers that the SecretText scalar alone can
 * serialise.
 */
export const revealSecret: MutationResolvers['revealSecret'] = async (_, { input }, context) => {
  await context.services.revealBudget.spend(context.principal.id);
  const { secret: target, version } = targetOfReveal(context, input.id);
  const { store } = target;
  const reason = input.reason?.trim() || null;
  if (reason !== null && reason.length > MAX_REASON_LENGTH) {
    throw badInput(`A reason has at most ${MAX_REASON_LENGTH} characters.`, 'input.reason');
  }
  const { written, receipt } = await runWrite<Revealed & { readonly entry: SecretEntry }>(
    context,
    'revealSecret',
    async (signal) => {
      checkArguments(store, 'REVEAL_VALUE', { input: { id: input.id } });
      const reveal = operationOf(store, 'reveal');
      const found = await readSecret(target, signal);
      return {
        store,
        action: 'secret:reveal',
        resources: [found.resource],
        ids: [input.id],
        reason,
        waitSeconds: 0,
        changes: false,
        precondition: () => checkReveal(context, found, reason),
        effect: async (effectSignal) => ({
          ...(await reveal({ secret: found.object, version }, { signal: effectSignal })),
          entry: found,
        }),
        idsOf: () => [input.id],
      };
    },
  );
  const node = secretNode(written.entry, {
    source: 'UPSTREAM',
    fetchedAt: context.services.now(),
    stale: false,
  });
  return {
    secret: node,
    version: await versionOf(context, node, written.version ?? version),
    value: openValue(written.value),
    receipt,
    clientMutationId: input.clientMutationId ?? null,
  };
};

function targetOfReveal(
  context: GraphContext,
  text: string,
): { readonly secret: Target; readonly version: NativePath | null } {
  const id = parseId(text, ['Secret', 'SecretVersion'], 'input.id');
  const { store, path } = targetOf(context, id, 'input.id');
  if (id.type === 'Secret') return { secret: { store, path }, version: null };
  return { secret: { store, path: path.slice(0, -1) }, version: path };
}

function checkReveal(context: GraphContext, { resource, object, store }: SecretEntry, reason: string | null): void {
  if (object.readability === 'WRITE_ONLY' || object.readability === 'FORBIDDEN_BY_STORE') {
    throw unsupported(`${store.facts.title} does not give this value back.`);
  }
  const { revealReason } = context.viewer.rights.decide('secret:reveal', resource);
  if (revealReason === 'required' && reason === null)
    throw badInput('The policy wants a reason for this reveal.', 'input.reason');
}

/** The version that was revealed, where the viewer may see versions and the store tells which it was. */
async function versionOf(
  context: GraphContext,
  node: SecretNode,
  path: NativePath | null,
): Promise<SecretVersionNode | null> {
  if (path === null || !context.viewer.rights.allows('secretVersion:describe', node.resource)) return null;
  const { store, object } = node.entry;
  const id = encodeId({ type: 'SecretVersion', store: store.id, path });
  const [versions] =
    object.versions !== null
      ? [object.versions]
      : await store.connector.listVersions([object], { signal: context.viewer.signal }).catch(() => []);
  if (!Array.isArray(versions)) return null;
  return (
    versions.map((version) => versionNode(node, version, node.freshness)).find((version) => version.id === id) ?? null
  );
}

function openValue(value: SecretValue) {
  const { bytes, text, fields } = value.expose();
  return {
    text: text === null ? null : new SecretText(text),
    base64: new SecretText(Buffer.from(bytes).toString('base64')),
    fields:
      fields?.map(({ key, value: part, section }) => ({
        key,
        value: part === null ? null : new SecretText(part),
        section,
      })) ?? null,
  };
}
