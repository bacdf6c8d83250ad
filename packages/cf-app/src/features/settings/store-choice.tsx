import { Link } from '@tanstack/react-router';
import { useT } from '#/features/i18n/use-t.ts';
import type { VisibleStore } from '#/features/auth/person.ts';

interface StoreChoiceProps {
  /** A page of settings that has `?store=`. */
  to: '/settings/imports' | '/settings/install' | '/settings/sources' | '/settings/store';
  stores: readonly VisibleStore[];
  chosen: string;
}

/** Whose settings are shown, for people who see several stores. */
export function StoreChoice({ to, stores, chosen }: StoreChoiceProps) {
  const t = useT();
  if (stores.length < 2) return null;
  return (
    <nav aria-label={t('Store')} className="flex flex-wrap gap-x-4 gap-y-1 pb-4">
      {stores.map(({ slug, name }) => (
        <Link
          key={slug}
          to={to}
          search={{ store: slug }}
          className="text-link"
          aria-current={slug === chosen ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
