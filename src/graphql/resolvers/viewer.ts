import type { GraphContext } from '../context.ts';

/** Who is calling. Permissions are the statements that apply, spelled out action by action. */
export function viewerOf({ principal, viewer }: GraphContext) {
  return {
    id: principal.id,
    name: principal.name,
    roles: [...principal.roles],
    permissions: viewer.rights.permissions().map(({ action, effect, resource }) => ({
      action,
      resource,
      effect: effect === 'allow' ? ('ALLOW' as const) : ('DENY' as const),
    })),
  };
}
