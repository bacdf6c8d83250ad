import type { FactorExplained } from '@layerkick/stats/change/explain-change';
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
  if (why.ok && why.explained === null) return null;
  return (
    <section className="why" aria-labelledby="why-title">
      <header>
        <h2 id="why-title">Why did it change?</h2>
      </header>
      {why.ok && why.explained ? (
        <>
          <p className="why-sum">
            <output>{signedMoney(why.explained.change, currency)}</output>
            <span>from {formatMoney(why.explained.before, currency)}</span>
          </p>
          <Waterfall explained={why.explained} currency={currency} />
          <ul className="because">
            {why.explained.factors.map((factor) => (
              <Reason key={factor.factor} factor={factor} currency={currency} search={search} />
            ))}
          </ul>
        </>
      ) : (
        <FailedPanel title="The explanation" requestId={requestId} retry={retry} />
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
  const because = becauseOf(factor, currency);
  if (!because) return null;
  const { dimension, value, label, said, effect } = because;
  return (
    <li>
      <h3>{FACTOR_WORDS[factor.factor]}</h3>
      <p>
        <ViewLink search={{ ...search, [dimension]: value, show: undefined }}>
          {label ?? valueName(value, dimension)}
        </ViewLink>{' '}
        {said}: <output>{signedMoney(effect, currency)}</output>
      </p>
    </li>
  );
}
