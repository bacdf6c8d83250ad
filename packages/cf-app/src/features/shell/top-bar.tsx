import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Mark } from '#/components/mark.tsx';
import type { Person } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { DegradedNotice } from './degraded-notice.tsx';
import { ViewerNotices } from './viewer-notices.tsx';
import { UserMenu } from './user-menu.tsx';

/** While it is not known yet who and where. */
export function BareTopBar() {
  return (
    <header className="top-bar">
      <div className="page-width">
        <Mark />
      </div>
    </header>
  );
}

interface TopBarProps {
  person: Person;
  /** Nobody signed in: development goes on without WorkOS, and the page says so. */
  devBypass: boolean;
  /** WorkOS cannot be asked: everything may be read and nothing changed. */
  degraded: boolean;
  /** Beside the mark: which store. */
  place?: ReactNode;
  /** On the right: what belongs to the page's content. */
  controls?: ReactNode;
  /** Below the bar, and as long in sight as it is. */
  notice?: ReactNode;
}

export function TopBar({ person, devBypass, degraded, place, controls, notice }: TopBarProps) {
  const t = useT();
  return (
    <header className="top-bar">
      <div className="page-width">
        <Link to="/" className="me-1 flex rounded-sm" activeProps={{}}>
          <Mark label={t('LayerKick, your stores')} />
        </Link>
        <div className="place">{place}</div>
        {import.meta.env.DEV && devBypass ? (
          <span className="dev-mark" title="DEV_BYPASS_AUTH is on: nobody signed in">
            Dev session
          </span>
        ) : null}
        {controls ? <div className="top-controls">{controls}</div> : null}
        <UserMenu person={person} />
      </div>
      {degraded ? <DegradedNotice /> : null}
      <ViewerNotices />
      {notice}
    </header>
  );
}
