import { Link } from '@tanstack/react-router';
import { StoreTile } from '#/features/shell/store-tile.tsx';
import { ChangeMark } from '#/features/stats/figures/change-mark.tsx';
import { Sparkline } from '#/features/stats/figures/sparkline.tsx';
import { formatMetric, UNKNOWN } from '#/features/stats/format/value.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { StoreSummary } from './summaries.ts';

/** One store's last 30 days; all of it leads to the store. */
export function StoreCard({ summary: { store, figures } }: { summary: StoreSummary }) {
  return (
    <li className="panel store-card" data-store={store.slug}>
      <div className="flex items-center gap-2.5">
        <StoreTile slug={store.slug} name={store.name} />
        <h2 className="truncate text-md font-strong">
          <Link to="/stats/$hash" params={{ hash: store.slug }} className="stretched">
            {store.name}
          </Link>
        </h2>
        <span className="code">{store.slug}</span>
      </div>
      {figures?.empty ? <NoEvents /> : <Figures figures={figures} currency={store.currency} />}
    </li>
  );
}

function Figures({ figures, currency }: { figures: StoreSummary['figures']; currency: string }) {
  const t = useT();
  if (!figures) return <p className="mt-3.5 mb-auto text-ink-3">{t('The figures did not load.')}</p>;
  return (
    <>
      <div className="mt-3.5 flex items-baseline gap-2.5">
        <output className="card-value text-lg" data-metric="net_sales" data-value={figures.netSales ?? ''}>
          {formatMetric('net_sales', figures.netSales, currency, t)}
        </output>
        <ChangeMark metric="net_sales" now={figures.netSales} before={figures.netSalesBefore} />
      </div>
      <Sparkline values={figures.days} />
      <p className="store-foot">
        <span>
          {figures.orders === null ? UNKNOWN : t('{count} order|{count} orders', { count: figures.orders })}
        </span>
        <span>
          {figures.sessions === null
            ? UNKNOWN
            : t('{count} session|{count} sessions', { count: figures.sessions })}
        </span>
      </p>
    </>
  );
}

function NoEvents() {
  const t = useT();
  return (
    <>
      <p className="mt-4 text-md font-medium text-ink">{t('No events yet')}</p>
      <p className="mt-0.5 mb-3">{t('Add the one-line script and figures show here within seconds.')}</p>
      <p className="store-foot">
        <span className="text-link">{t('Finish setup')}</span>
        <span>{t('listening')}</span>
      </p>
    </>
  );
}
