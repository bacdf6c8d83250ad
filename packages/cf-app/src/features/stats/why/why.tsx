import type { FactorExplained } from '@layerkick/stats/change/explain-change';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { FailedPanel } from '../panels/failed-panel.tsx';
import { formatMoney } from '../format/value.ts';
import { valueName } from '../panels/row-words.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import type { Explained } from './explained.ts';
import { becauseOf, signedMoney } from './sentence.ts';
import { FACTOR_WORDS, Waterfall } from './waterfall.tsx';

interface WhyProps {
  why: Explained;
  currency: string;
  search: StatsSearch;
  requestId: string;
  retry: () => void;
}

/** Why net sales changed: the change as a waterfall, and in sentences whose names are filters. */
export function Why({ why, currency, search, requestId, retry }: WhyProps) {
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
            <output>{signedMoney(why.explained.change, currency, t)}</output>
            <span>{t('from {amount}', { amount: formatMoney(why.explained.before, currency, t) })}</span>
          </p>
          <Waterfall explained={why.explained} currency={currency} />
          <ul className="because">
            {why.explained.factors.map((factor) => (
              <Reason key={factor.factor} factor={factor} currency={currency} search={search} />
            ))}
          </ul>
        </>
      ) : (
        <FailedPanel title={t('The explanation')} requestId={requestId} retry={retry} />
      )}
    </section>
  );
}

function Reason({
  factor,
  currency,
  search,
}: {
  factor: FactorExplained;
  currency: string;
  search: StatsSearch;
}) {
  const t = useT();
  const because = becauseOf(factor, currency, t);
  if (!because) return null;
  const { dimension, value, label, sentence, values, effect } = because;
  return (
    <li>
      <h3>{t(FACTOR_WORDS[factor.factor])}</h3>
      <p>
        {rich(t, sentence, {
          ...values,
          name: (
            <ViewLink search={{ ...search, [dimension]: value, show: undefined }}>
              {label ?? valueName(value, dimension, t)}
            </ViewLink>
          ),
        })}
        : <output>{signedMoney(effect, currency, t)}</output>
      </p>
    </li>
  );
}
