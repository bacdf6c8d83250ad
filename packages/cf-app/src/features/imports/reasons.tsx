import { useT } from '#/features/i18n/use-t.ts';
import { reasonWords } from './reason-words.ts';
import type { Tally } from './tally.ts';

/** Rows by reason, and where the first few are. Reasons name the file's own headings. */
export function Reasons({ title, tally }: { title: string; tally: Tally }) {
  const t = useT();
  if (tally.count === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-ink-2">
        {title} <span className="tabular-nums">({t.number(tally.count)})</span>
      </summary>
      <ul className="grid gap-1 pt-2 text-ink-2">
        {tally.byReason().map(({ reason, count, lines }) => (
          <li key={reason}>
            <span>{reasonWords(reason, t)}</span>
            <span className="text-ink-3 tabular-nums">
              {' · '}
              {t('{count} row|{count} rows', { count })}
              {' · '}
              {t('line {lines}', { lines: `${lines.join(', ')}${count > lines.length ? ', …' : ''}` })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
