import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from '#/components/button.tsx';
import { RequestId } from '#/components/request-id.tsx';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';

/** Where the store did not answer at all. */
export function NoFigures({ requestId, retry }: { requestId: string; retry: () => void }) {
  const t = useT();
  return (
    <section className="panel mt-3 min-h-96">
      <div className="failed" role="alert">
        <TriangleAlert size={20} aria-hidden />
        <b>{t('The figures did not load')}</b>
        <p>{t('Your store keeps recording, and nothing is lost.')}</p>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button look="primary" onClick={retry}>
            <RotateCw size={14} aria-hidden />
            {t('Try again')}
          </Button>
          <RequestId id={requestId} />
        </div>
      </div>
    </section>
  );
}

/** Where earlier figures stand because newer ones did not come. */
export function StaleNotice({ since, retry }: { since: string; retry: () => void }) {
  const t = useT();
  return (
    <output className="notice">
      <TriangleAlert size={16} aria-hidden />
      <span>
        {rich(t, '<b>The figures could not be refreshed.</b> You see those of {since}.', { since, b: <b /> })}
      </span>
      <Button className="ms-auto" onClick={retry}>
        <RotateCw size={14} aria-hidden />
        {t('Try now')}
      </Button>
    </output>
  );
}
