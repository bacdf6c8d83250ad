import { Download } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { organizationPrefix } from '#/lib/page-request.ts';

/** Everything of a store as a file, in one click. `at`: the path where it comes from, without its format. */
export function ExportLinks({ at }: { at: string }) {
  const t = useT();
  const href = organizationPrefix() + at;
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <a href={`${href}?format=sqlite`} download {...buttonLook('primary')}>
          <Download size={14} aria-hidden /> {t('Export as SQLite')}
        </a>
        <a href={`${href}?format=ndjson`} download {...buttonLook()}>
          <Download size={14} aria-hidden /> {t('Export as NDJSON')}
        </a>
      </p>
      <p className="max-w-[70ch] text-ink-3">
        {t(
          'SQLite: one file with tables of events and orders that any SQLite tool opens. NDJSON: one JSON object a line, for programs. Visitors are hashes in both.',
        )}
      </p>
    </>
  );
}
