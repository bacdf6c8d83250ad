import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SignedIn } from '#/features/auth/person.ts';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { SECTIONS } from './sections.ts';

/** Around every page of the operators' console: the bar, the sections, the chosen one. */
export function AdminFrame({ session, children }: { session: SignedIn; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <TopBar
        person={session.person}
        devBypass={session.devBypass}
        degraded={session.degraded}
        place={<span className="switcher">{t('Operators’ console')}</span>}
      />
      <div className="page-width grid gap-x-10 gap-y-5 pt-8 pb-16 wide:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label={t('Operators’ console')}>
          <ul className="flex flex-wrap wide:block">
            {SECTIONS.map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="menu-item"
                  activeOptions={ANY_STATE}
                  activeProps={{ className: 'bg-hover font-medium' }}
                >
                  <Icon size={16} aria-hidden className="text-ink-3" />
                  {t(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" className="min-w-0">
          {children}
        </main>
      </div>
    </>
  );
}

// Whatever was searched for, and whichever row was opened.
const ANY_STATE = { includeSearch: false };

/** The head of a page: its name, what it is for, and what can be done there. */
export function AdminHead({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end gap-3 pb-5">
      <div className="me-auto">
        <h1 className="text-2xl font-strong tracking-[-0.012em] break-words">{title}</h1>
        <p className="max-w-[60ch] text-ink-3">{children}</p>
      </div>
      {actions}
    </header>
  );
}
