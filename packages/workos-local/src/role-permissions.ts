import { Hono } from 'hono';
import { z } from 'zod';
import { permissionsOfRole } from './directory.ts';
import type { Records } from './emulator.ts';
import type { World } from './world.ts';

const replacement = z.object({ permissions: z.array(z.string()) });
const addition = z.object({ slug: z.string() });

/**
 * `/authorization/roles/:slug/permissions`: `PUT` replaces, `POST` adds one; both answer the role. (The emulator has
 * no `PUT`, and its `POST` replaces.)
 */
export function rolePermissionRoutes({ records }: World): Hono {
  const path = '/authorization/roles/:slug/permissions';
  return new Hono()
    .put(path, async (context) => {
      const body = replacement.safeParse(await context.req.json().catch(() => null));
      if (!body.success) return context.json(INVALID, 422);
      const answer = setPermissions(records, context.req.param('slug'), () => body.data.permissions);
      return answer ? context.json(answer) : context.json(NOT_FOUND, 404);
    })
    .post(path, async (context) => {
      const body = addition.safeParse(await context.req.json().catch(() => null));
      if (!body.success) return context.json(INVALID, 422);
      const answer = setPermissions(records, context.req.param('slug'), (held) => [...held, body.data.slug]);
      return answer ? context.json(answer) : context.json(NOT_FOUND, 404);
    });
}

const INVALID = { code: 'unprocessable_entity', message: 'permissions or slug is missing' };
const NOT_FOUND = { code: 'not_found', message: 'Role or permission not found' };

/** The role with its permissions' slugs, or `null` when the role or a permission does not exist. */
function setPermissions(records: Records, slug: string, change: (held: string[]) => string[]) {
  const role = records.roles.findBy('slug', slug).find(({ type }) => type === 'EnvironmentRole');
  if (!role) return null;
  const wanted = [...new Set(change(permissionsOfRole(records, role.id)))];
  const permissions = wanted.map((each) => records.permissions.findOneBy('slug', each));
  if (permissions.includes(undefined)) return null;
  records.rolePermissions.deleteBy('role_id', role.id);
  for (const permission of permissions) {
    if (permission) records.rolePermissions.insert({ role_id: role.id, permission_id: permission.id });
  }
  return { ...role, permissions: wanted };
}
