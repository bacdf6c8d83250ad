import type { LiveState } from '@layerkick/stats/live';
import { useT } from '#/features/i18n/use-t.ts';
import { formatTime } from '#/features/stats/format/time.ts';
import { formatMoney, UNKNOWN } from '#/features/stats/format/value.ts';
import { LiveRow } from './live-row.tsx';

/** Orders of the last half hour; each new one is read out. */
export function LiveOrders({ state, timeZone }: { state: LiveState; timeZone: string }) {
  const t = useT();
  const { orders, currency } = state;
  return (
    <section className="panel live-list" aria-label={t('Orders of the last 30 minutes')}>
      <header className="panel-head">
        <h2>{t('Orders')}</h2>
        <span className="live-sum">{t('last 30 minutes')}</span>
      </header>
      <div aria-live="polite" aria-relevant="additions">
        {orders.length === 0 ? (
          <p className="panel-empty">{t('None yet.')}</p>
        ) : (
          <ul>
            {orders.map(({ key, product, units, value, source, at }) => (
              <LiveRow
                key={key}
                name={product || t('Order')}
                units={units}
                figure={value === null ? UNKNOWN : formatMoney(value, currency, t)}
                detail={source || t('Direct')}
                time={formatTime(at, timeZone)}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
