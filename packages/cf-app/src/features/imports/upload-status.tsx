import type { ReactNode } from 'react';
import { Button } from '#/components/button.tsx';
import { RequestId } from '#/components/request-id.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { UploadState } from './use-upload.ts';

interface UploadStatusProps<Report> {
  state: UploadState<Report>;
  stop: () => void;
  children: (report: Report) => ReactNode;
}

/** What is being read and how far it is, what came of it, or what went wrong. */
export function UploadStatus<Report>({ state, stop, children }: UploadStatusProps<Report>) {
  const t = useT();
  if (state.kind === 'idle') return null;
  if (state.kind === 'reading')
    return (
      <div className="grid gap-2">
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0 truncate text-ink-2">{t('Reading {name}', { name: state.name })}</p>
          <Button look="quiet" onClick={stop}>
            {t('Stop')}
          </Button>
        </div>
        <progress
          className="h-1.5 w-full"
          max={1}
          value={state.fraction}
          aria-label={t('Reading {name}', { name: state.name })}
        />
        <p className="text-xs text-ink-3 tabular-nums">
          {t('{count} row|{count} rows', { count: state.rows })}
        </p>
      </div>
    );
  if (state.kind === 'done') return <output className="grid gap-3">{children(state.report)}</output>;
  return (
    <div role="alert" className="grid gap-1">
      <p className="text-warn">
        {state.name}: {state.words}
      </p>
      {state.requestId === null ? null : <RequestId id={state.requestId} />}
    </div>
  );
}
