import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { closeFloating } from '#/components/close-floating.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { FILTER_OPS, filterKey, filtersOf, type FilterOp, withFilter } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { OP_WORDS } from './filter-sentence.ts';
import { ValueChoice } from './value-choice.tsx';

interface FilterFormProps {
  slug: string;
  search: StatsSearch;
}

/** A condition in three parts: of what, how compared, and with which values. */
export function FilterForm({ slug, search }: FilterFormProps) {
  const t = useT();
  const navigate = useNavigate();
  const [dimension, setDimension] = useState<Dimension>('channel');
  const [op, setOp] = useState<FilterOp>('is');
  const [changed, setChanged] = useState<readonly string[] | null>(null);
  const present = filtersOf(search).find((filter) => filter.dimension === dimension && filter.op === op);
  const values = changed ?? present?.values ?? [];

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    closeFloating(event);
    const next = withFilter(search, { dimension, op, values });
    void navigate({ to: '.', search: { ...next, show: undefined }, resetScroll: false });
  }

  return (
    <form onSubmit={apply}>
      <div className="grid grid-cols-2 gap-2">
        <label>
          <span className="sr-only">{t('Filter by')}</span>
          <select
            className="field w-full"
            value={dimension}
            onChange={({ currentTarget }) => {
              const chosen = DIMENSIONS.find((one) => one === currentTarget.value);
              if (chosen) setDimension(chosen);
              setChanged(null);
            }}
          >
            {DIMENSIONS.map((one) => (
              <option key={one} value={one}>
                {t(DIMENSION_WORDS[one].label)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="sr-only">{t('Compared how')}</span>
          <select
            className="field w-full"
            value={op}
            onChange={({ currentTarget }) => {
              const chosen = FILTER_OPS.find((one) => one === currentTarget.value);
              if (chosen) setOp(chosen);
              setChanged(null);
            }}
          >
            {FILTER_OPS.map((one) => (
              <option key={one} value={one}>
                {t(OP_WORDS[one])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {op === 'contains' ? (
        <input
          key={filterKey(dimension, op)}
          className="field w-full"
          aria-label={t('Text in it')}
          placeholder={t('Text in it')}
          maxLength={500}
          value={values[0] ?? ''}
          onChange={({ currentTarget }) =>
            setChanged(currentTarget.value === '' ? [] : [currentTarget.value])
          }
        />
      ) : (
        <ValueChoice
          key={filterKey(dimension, op)}
          slug={slug}
          search={search}
          dimension={dimension}
          chosen={values}
          onChange={setChanged}
        />
      )}
      <Button type="submit" look="primary" className="justify-center" disabled={values.length === 0}>
        {t('Show only these')}
      </Button>
    </form>
  );
}
