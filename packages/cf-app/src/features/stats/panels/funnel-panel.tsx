import type { FunnelAnswer } from '@layerkick/stats/funnel';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import { formatCount, formatPercent } from '../format/value.ts';
import { withFilter } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { FailedPart } from './failed-part.tsx';
import { funnelSteps, type FunnelStepShown } from './funnel-steps.ts';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';

const STEP_WORDS = [
  msg('Sessions'),
  msg('Viewed product'),
  msg('Added to cart'),
  msg('Checkout'),
  msg('Order'),
] as const;

/** How many visits go on to each step, and how many are lost before the next. Steps are filters, and so is what was lost. */
export function FunnelPanel({ answer, page }: { answer: FunnelAnswer | null; page: PanelPage }) {
  const t = useT();
  const title = t('From visit to order');
  return (
    <PanelFrame
      panel="funnel"
      title={title}
      note={t('Sessions that reached each step, in order')}
      asked={page.asked}
    >
      {answer === null ? (
        <FailedPart title={title} page={page} />
      ) : answer.sessions === 0 ? (
        <p className="panel-empty">{t('Nothing in this period.')}</p>
      ) : (
        <ol className="funnel">
          {funnelSteps(answer).map((step, index) => (
            <Step
              key={step.event ?? 'sessions'}
              step={step}
              name={t(STEP_WORDS[index] ?? 'Order')}
              asked={page.asked}
            />
          ))}
        </ol>
      )}
    </PanelFrame>
  );
}

function Step({ step, name, asked }: { step: FunnelStepShown; name: string; asked: StatsSearch }) {
  const t = useT();
  const { event, next, sessions, share, height, nextHeight, lost, lostShare } = step;
  const reached =
    event === null ? asked : withFilter(asked, { dimension: 'event', op: 'is', values: [event] });
  return (
    <li data-step={event ?? 'session'}>
      {event === null ? (
        <span className="funnel-name">{name}</span>
      ) : (
        <StateLink search={reached} className="funnel-name" title={t('Only visits that came up to here')}>
          {name}
        </StateLink>
      )}
      <output className="funnel-value" data-value={sessions}>
        {formatCount(sessions, t)}
      </output>
      <span className="funnel-share">
        {share === null ? '' : formatPercent(share * 100, share < 0.1 ? 2 : 1, t)}
      </span>
      <svg
        className="funnel-bar"
        viewBox={next === null ? '0 0 58 100' : '0 0 100 100'}
        preserveAspectRatio="none"
        aria-hidden
      >
        {nextHeight === null ? null : (
          <polygon points={`58,${100 - height} 100,${100 - nextHeight} 100,100 58,100`} className="slope" />
        )}
        <rect x="0" width="58" y={100 - height} height={height} />
      </svg>
      {next === null ? null : (
        <span className="funnel-lost">
          <b>{lostShare === null ? '' : formatPercent(-lostShare * 100, 1, t)}</b>
          <StateLink
            search={withFilter(reached, { dimension: 'event', op: 'is_not', values: [next] })}
            title={t('Only visits that went no further')}
          >
            {t('{count} left', { count: lost })}
          </StateLink>
        </span>
      )}
    </li>
  );
}
