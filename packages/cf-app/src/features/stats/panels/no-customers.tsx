import { useT } from '#/features/i18n/use-t.ts';

/** Where no order of the period says who placed it: why that is, and the next step. */
export function NoCustomers() {
  const t = useT();
  return (
    <>
      {t('No order of this period says who placed it. Shops tell it to LayerKick from server to server.')}{' '}
      <a href="/settings/sources" className="text-link">
        {t('Connect your shop')}
      </a>
    </>
  );
}
