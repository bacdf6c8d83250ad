import { useT } from '#/features/i18n/use-t.ts';
import type { PanelPage } from './panel-page.ts';

/** Where no order of the period says who placed it: why that is, and the next step for whoever can take it. */
export function NoCustomers({ page: { slug, mayManage } }: { page: Pick<PanelPage, 'slug' | 'mayManage'> }) {
  const t = useT();
  if (!mayManage) return t('No order of this period says who placed it.');
  return (
    <>
      {t('No order of this period says who placed it. Shops tell it to LayerKick from server to server.')}{' '}
      <a href={`/settings/sources?store=${encodeURIComponent(slug)}`} className="text-link">
        {t('Connect your shop')}
      </a>
    </>
  );
}
