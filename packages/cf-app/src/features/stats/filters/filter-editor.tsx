import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import {
  FILTER_OPS,
  filterKey,
  filtersOf,
  type FilterOp,
  searchesText,
  type ViewFilter,
} from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { OP_WORDS } from './filter-sentence.ts';
import { TextChoice } from './text-choice.tsx';
import { ValueChoice } from './value-choice.tsx';

interface FilterEditorProps {
  slug: string;
  /** Of which days the values are, and what else they have to fit. */
  search: StatsSearch;
  begin?: ViewFilter | undefined;
  /** On the button. */
  submit: string;
  done: (filter: ViewFilter, event: FormEvent<HTMLFormElement>) => void;
}

/** A condition in three parts: of what, how compared, and with which values. */
export function FilterEditor({ slug, search, begin, submit, done }: FilterEditorProps) {
  const t = useT();
  const [dimension, setDimension] = useState<Dimension>(begin?.dimension ?? 'channel');
  const [op, setOp] = useState<FilterOp>(begin?.op ?? 'is');
  const [changed, setChanged] = useState<readonly string[] | null>(begin?.values ?? null);
  const present = filtersOf(search).find((filter) => filter.dimension === dimension && filter.op === op);
  const values = changed ?? present?.values ?? [];
  // Texts are emptied while they are written.
  const given = values.filter((value) => value !== '');

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done({ dimension, op, values: given }, event);
      }}
    >
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
      {searchesText(op) ? (
        <TextChoice
          label={op === 'prefix' ? t('Text at the beginning') : t('Text in it')}
          texts={values}
          onChange={setChanged}
        />
      ) : (
        <ValueChoice
          key={filterKey(dimension, op)}
          slug={slug}
          search={search}
          dimension={dimension}
          chosen={given}
          onChange={setChanged}
        />
      )}
      <Button type="submit" look="primary" className="justify-center" disabled={given.length === 0}>
        {submit}
      </Button>
    </form>
  );
}
