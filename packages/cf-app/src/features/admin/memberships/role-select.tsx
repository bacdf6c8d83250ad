import type { ComponentProps } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { roleName } from '../role-words.ts';
import { ROLES, type Role } from './roles.ts';

/** The roles that somebody can be given. */
export function RoleSelect({
  roles = ROLES,
  ...rest
}: Omit<ComponentProps<'select'>, 'className'> & { roles?: readonly Role[] }) {
  const t = useT();
  return (
    <select {...rest} className="field">
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleName(role, t)}
        </option>
      ))}
    </select>
  );
}

/** What was chosen in a {@link RoleSelect}. */
export function chosenRole(value: FormDataEntryValue | null): Role {
  return ROLES.find((role) => role === value) ?? 'viewer';
}
