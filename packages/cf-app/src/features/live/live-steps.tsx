import type { LiveState, LiveStep } from '@layerkick/stats/live';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMoney } from '#/features/stats/format/value.ts';

const STEP_WORDS: Record<LiveStep, Phrase> = {
  browsing: msg('Looking around'),
  product: msg('At a product'),
  cart: msg('With a cart'),
  checkout: msg('At checkout'),
  order: msg('Ordered'),
};

/** Where everybody of the last half hour is on the way to an order, and how much money is there with them. */
export function LiveSteps({ state }: { state: LiveState }) {
  const t = useT();
  const all = state.steps.reduce((sum, { visitors }) => sum + visitors, 0);
  return (
    <section className="panel" aria-label={t('On the way to an order, last 30 minutes')}>
      <ol className="live-steps">
        {state.steps.map(({ step, visitors, value }) => (
          <li key={step} data-step={step} data-visitors={visitors} data-value={value}>
            <span>{t(STEP_WORDS[step])}</span>
            <b>{t.number(visitors)}</b>
            <span className="live-value">
              {step === 'browsing' || step === 'product' ? '\u00a0' : formatMoney(value, state.currency, t)}
            </span>
            <svg className="live-bar" aria-hidden>
              <rect width="100%" height="4" rx="2" />
              <rect data-filled width={`${all === 0 ? 0 : (100 * visitors) / all}%`} height="4" rx="2" />
            </svg>
          </li>
        ))}
      </ol>
    </section>
  );
}
