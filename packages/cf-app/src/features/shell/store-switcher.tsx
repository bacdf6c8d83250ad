import { ChevronsUpDown } from 'lucide-react';
import { Menu } from '#/components/menu.tsx';
import type { VisibleStore } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { StoreTile } from './store-tile.tsx';

interface StoreSwitcherProps {
  store: VisibleStore;
  stores: readonly VisibleStore[];
}

const loadStoreMenu = async () => (await import('./store-menu.tsx')).StoreMenu;

/** The store that is shown; with several, the way to the others. */
export function StoreSwitcher({ store, stores }: StoreSwitcherProps) {
  const t = useT();
  const name = (
    <>
      <StoreTile slug={store.slug} name={store.name} />
      <span className="truncate">{store.name}</span>
      <span className="code">{store.slug}</span>
    </>
  );
  if (stores.length < 2) return <span className="switcher">{name}</span>;
  return (
    <Menu
      id="store-menu"
      button={{
        className: 'switcher',
        children: (
          <>
            <span className="sr-only">{t('Store:')} </span>
            {name}
            <ChevronsUpDown size={14} aria-hidden />
          </>
        ),
      }}
      className="w-80 p-1.5"
      load={loadStoreMenu}
      given={{ store, stores }}
      fresh
    />
  );
}
