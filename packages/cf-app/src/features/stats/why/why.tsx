import type { FactorExplained } from '@layerkick/stats/change/explain-change';
import { Maximize2 } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import { formatMoney } from '../format/value.ts';
import { FailedPart } from '../panels/failed-part.tsx';
import type { PanelPage } from '../panels/panel-page.ts';
import { valueName } from '../panels/row-words.ts';
import { withFilter } from '../view/filters.ts';
import type { Explained } from './explained.ts';
import { becauseOf, signedMoney } from './sentence.ts';
import { FACTOR_WORDS, Waterfall } from './waterfall.tsx';

/** Why net sales changed: the change as a waterfall, and in sentences whose names are filters. Server only. */
export function Why({ why, page }: { why: Explained; page: PanelPage }) {
  const t = useT();
  if (why.ok && why.explained === null) return null;
  return (
    <section className="why" aria-labelledby="why-title">
      <header>
        <h2 id="why-title">{t('Why did it change?')}</h2>
      </header>
      {why.ok && why.explained ? (
        <>
          <p className="why-sum">
            <output data-change={why.explained.change}>
              {signedMoney(why.explained.change, page.currency, t)}
            </output>
            <span>{t('from {amount}', { amount: formatMoney(why.explained.before, page.currency, t) })}</span>
          </p>
          <Waterfall explained={why.explained} currency={page.currency} />
          <ul className="because">
            {why.explained.factors.map((factor) => (
              <Reason key={factor.factor} factor={factor} page={page} />
            ))}
          </ul>
          <StateLink search={{ ...page.asked, show: 'why' }} className="more why-all">
            {t('Show all that moved it')}
            <Maximize2 size={12} aria-hidden />
          </StateLink>
        </>
      ) : (
        <FailedPart title={t('The explanation')} page={page} />
      )}
    </section>
  );
}

function Reason({ factor, page }: { factor: FactorExplained; page: PanelPage }) {
  const t = useT();
  const because = becauseOf(factor, page.currency, t);
  if (!because) return null;
  const { dimension, value, label, sentence, values, effect } = because;
  return (
    <li>
      <h3>{t(FACTOR_WORDS[factor.factor])}</h3>
      <p>
        {rich(t, sentence, {
          ...values,
          name: (
            <StateLink
              search={withFilter(page.asked, { dimension, op: 'is', values: [value] })}
              data-dimension={dimension}
              data-row={value}
              data-name={label ?? valueName(value, dimension, t)}
            >
              {label ?? valueName(value, dimension, t)}
            </StateLink>
          ),
        })}
        : <output>{signedMoney(effect, page.currency, t)}</output>
      </p>
    </li>
  );
}
