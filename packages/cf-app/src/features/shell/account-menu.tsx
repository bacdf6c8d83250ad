import { getRouteApi, Link } from '@tanstack/react-router';
import { LayoutGrid, LogOut, Settings, Wrench } from 'lucide-react';
import type { Person } from '#/features/auth/person.ts';
import { useAuth } from '#/features/auth/use-auth.ts';
import { LanguageChoice } from '#/features/i18n/language-choice.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { ThemeChoice } from './theme-choice.tsx';

const root = getRouteApi('__root__');

/** What the user menu opens. */
export function AccountMenu({ person }: { person: Person }) {
  const t = useT();
  const theme = root.useRouteContext({ select: (context) => context.theme });
  const { organization, organizations, permissions } = useAuth();
  const isOperator = permissions?.includes('admin') === true;
  const name = person.name ?? person.email ?? person.id;
  return (
    <>
      <div className="px-2.5 pt-2 pb-3">
        <p className="truncate font-medium text-ink">{name}</p>
        {person.email && person.email !== name ? <p className="truncate text-ink-3">{person.email}</p> : null}
      </div>
      <div className="grid gap-2 border-t border-line px-2.5 py-3">
        <ThemeChoice initial={theme} />
        <LanguageChoice />
      </div>
      <div className="border-t border-line py-1.5">
        <Link to="/organizations" className="menu-item">
          <LayoutGrid size={16} aria-hidden className="text-ink-3" />
          <span className="truncate">{organization?.name ?? t('Organizations')}</span>
          {organization !== null && (isOperator || (organizations?.length ?? 0) > 1) ? (
            <span className="ms-auto text-ink-3">{t('Switch')}</span>
          ) : null}
        </Link>
        <Link to="/settings" className="menu-item">
          <Settings size={16} aria-hidden className="text-ink-3" />
          {t('Settings')}
        </Link>
        {isOperator ? (
          <Link to="/admin" className="menu-item">
            <Wrench size={16} aria-hidden className="text-ink-3" />
            {t('Operators’ console')}
          </Link>
        ) : null}
      </div>
      <form method="post" action="/auth/workos/logout" className="border-t border-line pt-1.5">
        <button type="submit" className="menu-item">
          <LogOut size={16} aria-hidden className="text-ink-3" />
          {t('Sign out')}
        </button>
      </form>
    </>
  );
}
