import type { StatsWarning } from '@layerkick/stats/query';
import { TriangleAlert } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { warningWords } from './warning-words.ts';

/** Every explanation of visitors says that days are added up; saying so above each figure would be noise. */
const EXPLAINED_ELSEWHERE = new Set(['not_additive']);

/** What has to be known to read the figures above. */
export function Warnings({ warnings }: { warnings: readonly StatsWarning[] }) {
  const t = useT();
  const shown = warnings.filter(({ code }) => !EXPLAINED_ELSEWHERE.has(code));
  if (shown.length === 0) return null;
  return (
    <ul className="warnings">
      {shown.map((warning) => (
        <li key={`${warning.code} ${warning.message}`} data-warning={warning.code}>
          <TriangleAlert size={14} aria-hidden />
          {warningWords(warning, t)}
        </li>
      ))}
    </ul>
  );
}
