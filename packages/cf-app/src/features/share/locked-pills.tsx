import { Lock } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { OP_SENTENCES } from '#/features/stats/filters/filter-sentence.ts';
import { filterWords } from '#/features/stats/filters/filter-words.ts';
import { filterKey } from '#/features/stats/view/filters.ts';
import type { SharedStore } from './shared.ts';

/** What holds for everything behind a link. */
export function LockedPills({ locked, names }: Pick<SharedStore, 'locked' | 'names'>) {
  const t = useT();
  if (locked.length === 0) return null;
  return (
    <ul className="pills" aria-label={t('Always narrowed to')}>
      {locked.map((filter) => {
        const key = filterKey(filter.dimension, filter.op);
        return (
          <li key={key} className="pill pe-2.5" data-locked={key}>
            <Lock size={12} aria-hidden className="text-ink-3" />
            <span>{rich(t, OP_SENTENCES[filter.op], { ...filterWords(filter, names, t), b: <b /> })}</span>
          </li>
        );
      })}
    </ul>
  );
}
