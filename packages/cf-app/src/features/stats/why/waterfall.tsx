import type { ChangeExplained, FactorExplained } from '@layerkick/stats/change/explain-change';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { barsOf } from './bars.ts';
import { signedMoney } from './sentence.ts';

export const FACTOR_WORDS: Readonly<Record<FactorExplained['factor'], Phrase>> = {
  sessions: msg('Sessions'),
  conversion: msg('Conversion'),
  order_value: msg('Order value'),
  corrections: msg('Returns'),
};

/** The factors as steps that end in their sum. Drawn without scripts; its words are its table. */
export function Waterfall({ explained, currency }: { explained: ChangeExplained; currency: string }) {
  const t = useT();
  const { factors, change } = explained;
  const bars = barsOf(factors.map(({ effect }) => effect));
  const steps = [
    ...factors.map(({ factor, effect }) => ({ name: FACTOR_WORDS[factor], effect })),
    { name: msg('Net sales'), effect: change },
  ];
  return (
    <ol className="waterfall">
      {steps.map(({ name, effect }, index) => {
        const bar = bars[index];
        const isSum = index === steps.length - 1;
        return (
          <li key={name} data-step={isSum ? 'sum' : effect < 0 ? 'down' : 'up'}>
            <svg className="step-area">
              <rect x="18%" width="64%" y={`${bar?.top ?? 0}%`} height={`${heightOf(bar)}%`} rx="3" />
              {isSum ? null : (
                <line x1="82%" x2="118%" y1={`${bar?.level ?? 0}%`} y2={`${bar?.level ?? 0}%`} />
              )}
              <text x="50%" y={`${bar?.top ?? 0}%`} dy="-6">
                {signedMoney(effect, currency, t)}
              </text>
            </svg>
            <span className="step-name">{t(name)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** A step of nothing is a line. */
function heightOf(bar: { readonly height: number } | undefined): number {
  return Math.max(2, bar?.height ?? 0);
}
