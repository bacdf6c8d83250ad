import type { Dimension } from '@layerkick/stats/dimensions';
import { type ContextType, use, useEffect, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { StatsSource } from '../stats-source.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { filterName, noteName } from './filter-name.ts';
import { type KnownValue, matching } from './known-value.ts';

interface ValueChoiceProps {
  slug: string;
  search: StatsSearch;
  dimension: Dimension;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

type Known = readonly KnownValue[] | 'failed';

async function valuesOf(
  { loadValues }: ContextType<typeof StatsSource>,
  slug: string,
  search: StatsSearch,
  dimension: Dimension,
): Promise<Known> {
  const values = await loadValues({ data: { slug, search, dimension } }).catch(() => null);
  return values === null || 'ok' in values ? 'failed' : values;
}

/** The values that the store has of a dimension, to tick; remount it for another dimension. */
export function ValueChoice({ slug, search, dimension, chosen, onChange }: ValueChoiceProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [known, setKnown] = useState<Known | null>(null);
  const source = use(StatsSource);

  useEffect(() => {
    let wanted = true;
    void valuesOf(source, slug, search, dimension).then((values) => wanted && setKnown(values));
    return () => {
      wanted = false;
    };
  }, [source, slug, search, dimension]);

  async function retry() {
    setKnown(null);
    setKnown(await valuesOf(source, slug, search, dimension));
  }

  if (known === 'failed') {
    return (
      <p role="alert" className="flex items-center justify-between">
        {t('The values did not load.')}
        <Button onClick={() => void retry()}>{t('Retry')}</Button>
      </p>
    );
  }
  const shown = matching(known, text, chosen);
  const nameOf = (value: string, name: string) =>
    value === name ? filterName(dimension, value, {}, t) : name;
  return (
    <>
      <input
        type="search"
        className="field w-full"
        aria-label={t('Find a value')}
        placeholder={t('Find a value')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <fieldset aria-busy={known === null}>
        <legend className="sr-only">{t('Values')}</legend>
        {shown.map(({ value, name }) => (
          <label key={value} className="menu-item">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => {
                noteName(dimension, value, nameOf(value, name));
                onChange(
                  currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                );
              }}
            />
            <span className="truncate">{nameOf(value, name)}</span>
          </label>
        ))}
        {shown.length === 0 ? (
          <p className="p-2.5 text-ink-3">{known === null ? t('Loading…') : t('Nothing in this period.')}</p>
        ) : null}
      </fieldset>
    </>
  );
}
