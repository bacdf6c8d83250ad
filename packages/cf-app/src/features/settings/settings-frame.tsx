import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SignedIn } from '#/features/auth/person.ts';
import { TopBar } from '#/features/shell/top-bar.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { SECTIONS } from './sections.ts';

/** Around every page of settings: the bar, the sections, the chosen one. */
export function SettingsFrame({ session, children }: { session: SignedIn; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <TopBar person={session.person} devBypass={session.devBypass} degraded={session.degraded} />
      <div className="page-width grid gap-x-10 gap-y-5 pt-8 pb-16 wide:grid-cols-[11rem_minmax(0,46rem)]">
        <nav aria-label={t('Settings')}>
          <p className="px-2.5 pb-2 text-xs font-medium text-ink-3">{t('Settings')}</p>
          <ul>
            {SECTIONS.map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <Link to={to} className="menu-item" activeProps={{ className: 'bg-hover font-medium' }}>
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

/** The head of one section: its name and what it is for. */
export function SectionHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="pb-5">
      <h1 className="text-2xl font-strong tracking-[-0.012em]">{title}</h1>
      <p className="max-w-[60ch] text-ink-3">{children}</p>
    </header>
  );
}
