import { Download, Maximize2 } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import type { StatsSearch } from '../view/search.schema.ts';

interface FootLinksProps {
  /** Of the panel. */
  title: string;
  /** How many rows there are. */
  count: number;
  /** Where all of them are. */
  search: StatsSearch;
  /** The address of all of them as a file; null for whoever may not take them along. */
  csv: string | null;
}

/** At the foot of a panel: the ways to all of its rows. */
export function FootLinks({ title, count, search, csv }: FootLinksProps) {
  const t = useT();
  return (
    <>
      <StateLink search={search} className="more">
        {t('Show all {count}', { count })}
        <span className="sr-only">: {title}</span>
        <Maximize2 size={12} aria-hidden />
      </StateLink>
      {csv === null ? null : (
        <a className="more" href={csv} download>
          CSV
          <span className="sr-only">: {title}</span>
          <Download size={12} aria-hidden />
        </a>
      )}
    </>
  );
}
