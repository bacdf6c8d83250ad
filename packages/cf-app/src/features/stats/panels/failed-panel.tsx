import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from '#/components/button.tsx';
import { RequestId } from '#/components/request-id.tsx';
import { useT } from '#/features/i18n/use-t.ts';

/** What stands in a panel's place when its question failed: what happened, what is not affected, one way on. */
export function FailedPanel({
  title,
  requestId,
  retry,
}: {
  title: string;
  requestId: string;
  retry: () => void;
}) {
  const t = useT();
  return (
    <div className="failed" role="alert">
      <TriangleAlert size={20} aria-hidden />
      <b>{t('{part} did not load', { part: title })}</b>
      <p>{t('The rest of the page does not depend on it.')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button onClick={retry}>
          <RotateCw size={14} aria-hidden />
          {t('Retry')}
        </Button>
        <RequestId id={requestId} />
      </div>
    </div>
  );
}
