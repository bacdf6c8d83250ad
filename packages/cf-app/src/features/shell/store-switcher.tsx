import { Link } from '@tanstack/react-router';
import { Check, ChevronsUpDown, LayoutGrid } from 'lucide-react';
import type { VisibleStore } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { closeFloating } from '#/components/close-floating.ts';
import { StoreTile } from './store-tile.tsx';

interface StoreSwitcherProps {
  store: VisibleStore;
  stores: readonly VisibleStore[];
}

const LISTED = 8;

/** The store that is shown; with several, the way to the others. */
export function StoreSwitcher({ store, stores }: StoreSwitcherProps) {
  const t = useT();
  const name = (
    <>
      <StoreTile slug={store.slug} name={store.name} />
      <span className="truncate">{store.name}</span>
      <span className="code max-phone:hidden">{store.slug}</span>
    </>
  );
  if (stores.length < 2) return <span className="switcher">{name}</span>;
  return (
    <>
      <button type="button" className="switcher" popoverTarget="store-menu">
        <span className="sr-only">{t('Store:')} </span>
        {name}
        <ChevronsUpDown size={14} aria-hidden />
      </button>
      <div id="store-menu" popover="auto" className="floating w-72 p-1.5">
        <nav aria-label={t('Stores')}>
          {stores.slice(0, LISTED).map((other) => (
            <Link
              key={other.slug}
              to="/stats/$hash"
              params={{ hash: other.slug }}
              onClick={closeFloating}
              className="menu-item"
              aria-current={other.slug === store.slug ? 'true' : undefined}
            >
              <StoreTile slug={other.slug} name={other.name} />
              <span className="truncate">{other.name}</span>
              {other.slug === store.slug ? (
                <Check size={14} aria-hidden className="ms-auto text-accent" />
              ) : null}
            </Link>
          ))}
          <Link to="/stores" onClick={closeFloating} className="menu-item mt-1.5 border-t border-line">
            <LayoutGrid size={16} aria-hidden className="mx-1 text-ink-3" />
            {t('All {count} stores', { count: stores.length })}
          </Link>
        </nav>
      </div>
    </>
  );
}
