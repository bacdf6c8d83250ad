import { METRIC_IDS, METRICS, type MetricId } from '@layerkick/stats/metrics';
import { useHydrated } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { saveCards } from '../stats.functions.ts';
import { USUAL_CARDS } from '../view/search.schema.ts';
import { FEWEST_CARDS, MOST_CARDS } from './card-limits.ts';
import { moved } from './moved.ts';

interface CardsEditorProps {
  slug: string;
  cards: readonly MetricId[];
  saved: () => void;
}

/** Which figures are on the cards, and in which order; remembered for this person and this store. */
export function CardsEditor({ slug, cards, saved }: CardsEditorProps) {
  const t = useT();
  const [chosen, setChosen] = useState<readonly MetricId[]>(cards.length === 0 ? USUAL_CARDS : cards);
  const hydrated = useHydrated();
  const [state, setState] = useState<'ready' | 'saving' | 'failed'>('ready');
  const others = METRIC_IDS.filter((metric) => !chosen.includes(metric));

  async function save() {
    setState('saving');
    const outcome = await saveCards({ data: { slug, cards: [...chosen] } }).catch(() => null);
    if (outcome?.ok) return saved();
    setState('failed');
  }

  return (
    <div className="sheet-body">
      <header className="sheet-head">
        <h2 id="sheet-title">{t('Choose the cards')}</h2>
        <span className="panel-note">{t('For you, in this store')}</span>
      </header>
      <div className="sheet-scroll cards-choice">
        <ol>
          {chosen.map((metric, index) => (
            <li key={metric}>
              <Choice
                metric={metric}
                checked
                onChange={() => setChosen(chosen.filter((one) => one !== metric))}
                disabled={!hydrated || chosen.length <= FEWEST_CARDS}
              />
              <button
                type="button"
                className="icon-link"
                aria-label={t('Move {metric} up', { metric: t(METRICS[metric].label) })}
                disabled={!hydrated || index === 0}
                onClick={() => setChosen(moved(chosen, index, -1))}
              >
                <ArrowUp size={14} aria-hidden />
              </button>
              <button
                type="button"
                className="icon-link"
                aria-label={t('Move {metric} down', { metric: t(METRICS[metric].label) })}
                disabled={!hydrated || index === chosen.length - 1}
                onClick={() => setChosen(moved(chosen, index, 1))}
              >
                <ArrowDown size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ol>
        <ul>
          {others.map((metric) => (
            <li key={metric}>
              <Choice
                metric={metric}
                checked={false}
                onChange={() => setChosen([...chosen, metric])}
                disabled={!hydrated || chosen.length >= MOST_CARDS}
              />
            </li>
          ))}
        </ul>
      </div>
      <footer className="sheet-foot">
        <Button look="primary" disabled={state === 'saving'} onClick={() => void save()}>
          {t('Save')}
        </Button>
        <Button onClick={() => setChosen(USUAL_CARDS)}>{t('The usual ones')}</Button>
        {state === 'failed' ? (
          <span role="alert">{t('The choice could not be saved. Try again.')}</span>
        ) : null}
      </footer>
    </div>
  );
}

interface ChoiceProps {
  metric: MetricId;
  checked: boolean;
  disabled: boolean;
  onChange: () => void;
}

function Choice({ metric, ...input }: ChoiceProps) {
  const t = useT();
  return (
    <label className="menu-item" title={t(METRICS[metric].definition)}>
      <input type="checkbox" {...input} />
      {t(METRICS[metric].label)}
    </label>
  );
}
