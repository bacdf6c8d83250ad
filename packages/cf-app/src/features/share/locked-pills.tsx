import { Lock } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { filterName } from '#/features/stats/filters/filter-name.ts';
import { alternatives, OP_SENTENCES } from '#/features/stats/filters/filter-sentence.ts';
import { DIMENSION_WORDS } from '#/features/stats/view/dimension-words.ts';
import { filterKey } from '#/features/stats/view/filters.ts';
import type { ShareFilter } from './share.schema.ts';

const NO_NAMES = {};

/** What holds for everything behind a link. */
export function LockedPills({ locked }: { locked: readonly ShareFilter[] }) {
  const t = useT();
  if (locked.length === 0) return null;
  return (
    <ul className="pills" aria-label={t('Always narrowed to')}>
      {locked.map(({ dimension, op, values }) => (
        <li key={filterKey(dimension, op)} className="pill pe-2.5" data-locked={filterKey(dimension, op)}>
          <Lock size={12} aria-hidden className="text-ink-3" />
          <span>
            {rich(t, OP_SENTENCES[op], {
              dimension: t(DIMENSION_WORDS[dimension].label),
              values: alternatives(
                values.map((value) => filterName(dimension, value, NO_NAMES, t)),
                t,
              ),
              b: <b />,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
