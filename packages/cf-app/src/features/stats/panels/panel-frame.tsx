import type { ReactNode } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import type { StatsSearch } from '../view/search.schema.ts';
import type { PanelTab } from './catalog.ts';

interface PanelFrameProps {
  /** Its name in the page, and for the style sheet. */
  panel: string;
  title: string;
  /** Behind the title, smaller. */
  note?: ReactNode;
  asked: StatsSearch;
  tabs?: readonly PanelTab[];
  children: ReactNode;
}

/** A panel with its heading. Server only, as everything in it. */
export function PanelFrame({ panel, title, note, asked, tabs = [], children }: PanelFrameProps) {
  const t = useT();
  const headingId = `panel-${panel}-title`;
  return (
    <section className="panel" data-panel={panel} aria-labelledby={headingId}>
      <header className="panel-head">
        <h2 id={headingId}>{title}</h2>
        {note ? <span className="panel-note">{note}</span> : null}
        {tabs.length > 1 ? (
          <nav className="tabs" aria-label={t('{panel} by', { panel: title })}>
            {tabs.map(({ label, search, current }) => (
              <StateLink
                key={label}
                search={{ ...asked, ...search }}
                aria-current={current ? 'true' : undefined}
              >
                {t(label)}
              </StateLink>
            ))}
          </nav>
        ) : null}
      </header>
      {children}
    </section>
  );
}
