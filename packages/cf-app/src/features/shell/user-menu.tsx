import { Menu } from '#/components/menu.tsx';
import type { Person } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { initials } from './store-tile.tsx';

const loadAccountMenu = async () => (await import('./account-menu.tsx')).AccountMenu;

/** Who is signed in, how it looks, and the way out. */
export function UserMenu({ person }: { person: Person }) {
  const t = useT();
  const name = person.name ?? person.email ?? person.id;
  return (
    <Menu
      id="user-menu"
      button={{
        className: 'face',
        'aria-label': t('{initials}: account of {name}', { initials: initials(name), name }),
        children: initials(name),
      }}
      side="end"
      className="w-72 p-1.5"
      load={loadAccountMenu}
      given={{ person }}
    />
  );
}
