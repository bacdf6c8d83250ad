import type { LiveState } from '@layerkick/stats/live';
import { useT } from '#/features/i18n/use-t.ts';
import { formatTime } from '#/features/stats/format/time.ts';
import { formatMoney, UNKNOWN } from '#/features/stats/format/value.ts';
import { LiveRow } from './live-row.tsx';

/** Carts that are open, what is in them, and how far their owners have come. */
export function LiveCarts({ state, timeZone }: { state: LiveState; timeZone: string }) {
  const t = useT();
  const { carts, currency } = state;
  const known = carts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return (
    <section className="panel live-list" aria-label={t('Open carts')}>
      <header className="panel-head">
        <h2>{t('Open carts')}</h2>
        {carts.length === 0 ? null : <span className="live-sum">{formatMoney(known, currency, t)}</span>}
      </header>
      {carts.length === 0 ? (
        <p className="panel-empty">{t('No cart is open.')}</p>
      ) : (
        <ul>
          {carts.map(({ key, product, units, value, step, source, at }) => (
            <LiveRow
              key={key}
              name={product}
              units={units}
              figure={value === null ? UNKNOWN : formatMoney(value, currency, t)}
              detail={`${step === 'checkout' ? t('At checkout') : t('In the cart')} · ${source || t('Direct')}`}
              time={formatTime(at, timeZone)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
