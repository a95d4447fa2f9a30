import type { EmulatedAnswer } from '../../emulation/server.ts';
import type { Call } from './router.ts';
import { found, invalid, labelJson, optional, paramsOf, refused, required } from './wire.ts';
import { type Label, newId, secretNow, vaultNow, type World } from './world.ts';

/** Internal labels (those with a namespace) included: leaving them out is the client's business. */
export function listLabels({ world }: Call): EmulatedAnswer {
  return { status: 200, body: Array.from(world.labels.values(), labelJson) };
}

export function showLabel(call: Call): EmulatedAnswer {
  return { status: 200, body: labelJson(labelOf(call)) };
}

export function createLabel({ world, request }: Call): EmulatedAnswer {
  const params = paramsOf(request);
  const label: Label = {
    id: newId(world),
    name: required(params, 'name'),
    namespace: optional(params, 'namespace') ?? '',
    value: optional(params, 'value') ?? '',
  };
  world.labels.set(label.id, label);
  return { status: 201, body: labelJson(label) };
}

/** Takes and answers pairs of id and type. @see GitHub ingrammicro/cio, api/labels/labels_api.go */
export function attachLabel(call: Call): EmulatedAnswer {
  const label = labelOf(call);
  const { resources } = paramsOf(call.request);
  if (!Array.isArray(resources) || resources.length === 0) throw invalid('resources', "can't be blank");
  const targets = resources.map((resource: unknown) => {
    if (typeof resource !== 'object' || resource === null) throw invalid('resources', 'is invalid');
    const { id, resource_type: type } = resource as Record<string, unknown>;
    return { id, type, labelIds: labelled(call.world, id, type) };
  });
  for (const { labelIds } of targets) labelIds.add(label.id);
  return { status: 201, body: targets.map(({ id, type }) => ({ id, resource_type: type })) };
}

export function detachLabel(call: Call): EmulatedAnswer {
  const label = labelOf(call);
  const [, type, id] = call.parts;
  if (!labelled(call.world, id, type).delete(label.id)) throw refused(404, 'Not found');
  return { status: 204 };
}

function labelled(world: World, id: unknown, type: unknown): Set<string> {
  if (typeof id !== 'string') throw invalid('resources', 'is invalid');
  if (type === 'key_vault') return found(vaultNow(world, id)).labelIds;
  if (type === 'secret') return found(secretNow(world, id)).labelIds;
  throw invalid('resources', 'is invalid');
}

function labelOf({ world, parts }: Call): Label {
  return found(world.labels.get(parts[0] ?? ''));
}
