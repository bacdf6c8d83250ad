import { Check } from 'lucide-react';
import type { Answered } from './answers.ts';
import { formatTimeExact } from './format/time.ts';

/** How far the figures can be trusted: what they are made of, and as of when. */
export function StatsFooter({ answers }: { answers: readonly Answered[] }) {
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
          Exact, unsampled · updated{' '}
          <time dateTime={new Date(first.freshness.answeredAt).toISOString()}>
            {formatTimeExact(first.freshness.answeredAt, timeZone)}
          </time>{' '}
          · answered in {Math.max(1, Math.ceil(milliseconds))}
          {'\u202f'}ms
        </span>
      </span>
      <span className="ms-auto">Times and days in {timeZone.replaceAll('_', ' ')}</span>
    </footer>
  );
}
