import { useT } from '#/features/i18n/use-t.ts';
import type { PanelPage } from './panel-page.ts';

/** Where no order of the period says who placed it: why that is, and the next step for whoever can take it. */
export function NoCustomers({
  page: { slug, prefix, mayManage },
}: {
  page: Pick<PanelPage, 'slug' | 'prefix' | 'mayManage'>;
}) {
  const t = useT();
  if (!mayManage) return t('No order of this period says who placed it.');
  const sources = `${prefix}/settings/sources?store=${encodeURIComponent(slug)}`;
  return (
    <>
      {t('No order of this period says who placed it. Shops tell it to LayerKick from server to server.')}{' '}
      <a href={sources} className="text-link">
        {t('Connect your shop')}
      </a>
    </>
  );
}
