import { RotateCw, TriangleAlert } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import type { PanelPage } from './panel-page.ts';

/** What stands in a panel's place when its question failed: what happened, what is not affected, one way on. */
export function FailedPart({ title, page }: { title: string; page: PanelPage }) {
  const t = useT();
  return (
    <div className="failed" role="alert">
      <TriangleAlert size={20} aria-hidden />
      <b>{t('{part} did not load', { part: title })}</b>
      <p>{t('The rest of the page does not depend on it.')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <StateLink search={page.asked} data-retry="" {...buttonLook()}>
          <RotateCw size={14} aria-hidden />
          {t('Retry')}
        </StateLink>
        <code className="code select-all">req {page.requestId}</code>
      </div>
    </div>
  );
}
