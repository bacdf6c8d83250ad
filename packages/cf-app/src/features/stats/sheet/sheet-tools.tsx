import { Download } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { FindForm } from './find-form.tsx';

interface SheetToolsProps {
  /** Of what is listed. */
  title: string;
  search: StatsSearch;
  /** The address of all rows as a file; null for whoever may not take them along. */
  csv: string | null;
}

/** Above the rows of a sheet: what narrows them, and how they are taken along. */
export function SheetTools({ title, search, csv }: SheetToolsProps) {
  const t = useT();
  return (
    <div className="sheet-tools">
      <FindForm search={search} label={t('Search in {panel}', { panel: title })} />
      {csv === null ? null : (
        <a href={csv} download {...buttonLook()}>
          <Download size={14} aria-hidden />
          CSV
        </a>
      )}
    </div>
  );
}
