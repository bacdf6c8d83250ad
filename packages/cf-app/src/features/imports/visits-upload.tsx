import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Section } from '#/features/admin/section.tsx';
import type { VisibleStore } from '#/features/auth/person.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { FileChoice } from './file-choice.tsx';
import { forgetDays } from './imports.functions.ts';
import type { ImportedHistory } from './imports.ts';
import { PROGRAM_NAMES } from './program-names.ts';
import { Reasons } from './reasons.tsx';
import { UploadStatus } from './upload-status.tsx';
import { useUpload } from './use-upload.ts';
import type { VisitsRead } from './visits/read-visits.ts';

interface VisitsUploadProps {
  store: VisibleStore;
  history: ImportedHistory;
  readOnly: boolean;
  changed: () => Promise<void>;
}

/** Daily visits that another program counted before. */
export function VisitsUpload({ store, history, readOnly, changed }: VisitsUploadProps) {
  const t = useT();
  const { state, start, stop } = useUpload<VisitsRead>();
  const [problem, setProblem] = useState<string | null>(null);

  function read(file: File) {
    void start(file.name, async (reading) => {
      const { uploadVisits } = await import('./upload-visits.ts');
      const report = await uploadVisits({ file, slug: store.slug, ...reading });
      await changed();
      return report;
    });
  }

  async function forget(from: VisitsRead['from']) {
    setProblem(null);
    const answer = await forgetDays({ data: { slug: store.slug, from } }).catch(() => null);
    if (answer?.ok === true) await changed();
    else setProblem(t('That did not work. Check your connection and try again.'));
  }

  return (
    <Section
      title={t('Visits')}
      about={t(
        'What Google Analytics 4 or Plausible counted, day by day. Each counts in its own way, so these days are shown apart, marked as imported, and never added to your own figures.',
      )}
    >
      <FileChoice
        label={t('File of daily visits')}
        disabled={readOnly || state.kind === 'reading'}
        onChoose={read}
      />
      <UploadStatus state={state} stop={stop}>
        {({ from, days, unused }) => (
          <>
            <p className="font-medium text-ink">
              {t('{count} day of {program} is there.|{count} days of {program} are there.', {
                count: days.length,
                program: PROGRAM_NAMES[from],
              })}
            </p>
            <Reasons title={t('Not used')} tally={unused} />
          </>
        )}
      </UploadStatus>
      {history.ok && history.spans.length > 0 ? (
        <ul className="grid gap-2 border-t border-edge pt-3" aria-label={t('Imported history')}>
          {history.spans.map(({ from, first, last, days }) => (
            <li
              key={from}
              className="flex flex-wrap items-center justify-between gap-2 text-ink-2 tabular-nums"
            >
              <span>
                <span className="font-medium text-ink">{PROGRAM_NAMES[from]}</span>{' '}
                {t('{count} day, {first} to {last}|{count} days, {first} to {last}', {
                  count: days,
                  first,
                  last,
                })}
              </span>
              <Button look="quiet" disabled={readOnly} onClick={() => void forget(from)}>
                {t('Remove {program}', { program: PROGRAM_NAMES[from] })}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="alert" className="text-warn empty:hidden">
        {problem}
      </p>
    </Section>
  );
}
