import type { ChangeExplained, FactorExplained } from '@layerkick/stats/change/explain-change';
import { barsOf } from './bars.ts';
import { signedMoney } from './sentence.ts';

export const FACTOR_WORDS: Readonly<Record<FactorExplained['factor'], string>> = {
  sessions: 'Sessions',
  conversion: 'Conversion',
  order_value: 'Order value',
  corrections: 'Returns',
};

/** The factors as steps that end in their sum. Drawn without scripts; its words are its table. */
export function Waterfall({ explained, currency }: { explained: ChangeExplained; currency: string }) {
  const { factors, change } = explained;
  const bars = barsOf(factors.map(({ effect }) => effect));
  const steps = [
    ...factors.map(({ factor, effect }) => ({ name: FACTOR_WORDS[factor], effect })),
    { name: 'Net sales', effect: change },
  ];
  return (
    <ol className="waterfall">
      {steps.map(({ name, effect }, index) => {
        const bar = bars[index];
        const isSum = index === steps.length - 1;
        return (
          <li key={name} data-step={isSum ? 'sum' : effect < 0 ? 'down' : 'up'}>
            <span className="step-area">
              <i aria-hidden style={{ top: `${bar?.top ?? 0}%`, height: `${bar?.height ?? 0}%` }} />
              {isSum ? null : <u aria-hidden style={{ top: `${bar?.level ?? 0}%` }} />}
              <output style={{ top: `${bar?.top ?? 0}%` }}>{signedMoney(effect, currency)}</output>
            </span>
            <span className="step-name">{name}</span>
          </li>
        );
      })}
    </ol>
  );
}
