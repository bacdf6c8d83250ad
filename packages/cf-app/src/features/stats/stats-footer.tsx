import { Check } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { Answered } from './answers.ts';
import { formatTimeExact } from './format/time.ts';

/** How far the figures can be trusted: what they are made of, and as of when. */
export function StatsFooter({ answers }: { answers: readonly Answered[] }) {
  const t = useT();
  const good = answers.flatMap((answered) => (answered.ok ? [answered.answer] : []));
  const [first] = good;
  if (!first) return null;
  const { timeZone } = first.query;
  const milliseconds = good.reduce((sum, answer) => sum + answer.durationMs, 0);
  return (
    <footer className="page-foot">
      <span className="inline-flex items-center gap-2 text-ink-2">
        <Check size={14} aria-hidden />
        <span>
          {rich(t, 'Exact, unsampled · updated {time} · answered in {duration}', {
            time: (
              <time dateTime={new Date(first.freshness.answeredAt).toISOString()}>
                {formatTimeExact(first.freshness.answeredAt, timeZone)}
              </time>
            ),
            duration: `${t.number(Math.max(1, Math.ceil(milliseconds)))}\u202fms`,
          })}
        </span>
      </span>
      <span className="ms-auto">
        {t('Times and days in {zone}', { zone: timeZone.replaceAll('_', ' ') })}
      </span>
    </footer>
  );
}
