import { Link } from '@tanstack/react-router';
import { Check, LayoutGrid } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { closeFloating } from '#/components/close-floating.ts';
import type { VisibleStore } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { matching } from '#/features/stores/find.ts';
import { StoreTile } from './store-tile.tsx';

interface StoreMenuProps {
  store: VisibleStore;
  stores: readonly VisibleStore[];
}

/** More are found by typing. */
const LISTED = 8;

/** The other stores, found by a part of their names. Up and down walk through what was found. */
export function StoreMenu({ store, stores }: StoreMenuProps) {
  const t = useT();
  const [words, setWords] = useState('');
  const found = matching(stores, words);
  return (
    // Its field and links take part in the keyboard's order; this lets arrows walk through them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={walk}>
      <input
        type="search"
        // Opened to look for a store.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="field mb-1.5 w-full"
        aria-label={t('Find a store')}
        placeholder={t('Find a store')}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <nav aria-label={t('Stores')}>
        {found.slice(0, LISTED).map((other) => (
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
            <span className="code ms-auto">{other.slug}</span>
            {other.slug === store.slug ? <Check size={14} aria-hidden className="text-accent" /> : null}
          </Link>
        ))}
        {found.length === 0 ? (
          <p className="p-2.5 text-ink-3">{t('No store fits “{find}”.', { find: words })}</p>
        ) : null}
        <Link
          to="/stores"
          search={words === '' ? {} : { find: words }}
          onClick={closeFloating}
          className="menu-item mt-1.5 border-t border-line"
        >
          <LayoutGrid size={16} aria-hidden className="mx-1 text-ink-3" />
          {t('All {count} stores', { count: stores.length })}
        </Link>
      </nav>
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')];
  const place = places.findIndex((one) => one === document.activeElement);
  if (way !== undefined) {
    event.preventDefault();
    places[(place + way + places.length) % places.length]?.focus();
  } else if (event.key === 'Enter' && place === 0) {
    // The first that was found.
    event.preventDefault();
    places[1]?.click();
  }
}
