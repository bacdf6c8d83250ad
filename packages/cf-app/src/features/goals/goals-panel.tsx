import { useT } from '#/features/i18n/use-t.ts';
import { ChangeMark } from '#/features/stats/figures/change-mark.tsx';
import { formatCount, formatMetric } from '#/features/stats/format/value.ts';
import { StateLink } from '#/features/stats/fragments/state-link.tsx';
import { FailedPart } from '#/features/stats/panels/failed-part.tsx';
import { PanelFrame } from '#/features/stats/panels/panel-frame.tsx';
import type { PanelPage } from '#/features/stats/panels/panel-page.ts';
import { withFilter } from '#/features/stats/view/filters.ts';
import type { StatsSearch } from '#/features/stats/view/search.schema.ts';
import { goalSentence } from './goal-sentence.ts';
import type { Goal, GoalFigures } from './goals.ts';

interface GoalsPanelProps {
  /** Null where they could not be told. */
  goals: readonly GoalFigures[] | null;
  page: PanelPage;
}

/** How often the store's goals were reached; nothing where it has none. Server only. */
export function GoalsPanel({ goals, page }: GoalsPanelProps) {
  const t = useT();
  const title = t('Goals');
  if (goals?.length === 0) return null;
  return (
    <PanelFrame panel="goals" title={title} asked={page.asked}>
      {goals === null ? <FailedPart title={title} page={page} /> : <Table goals={goals} page={page} />}
    </PanelFrame>
  );
}

function Table({ goals, page }: { goals: readonly GoalFigures[]; page: PanelPage }) {
  const t = useT();
  const compared = goals.some(({ before }) => before !== null);
  return (
    <div className="rank pb-3">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Goal')}</th>
            <th scope="col">{t('Sessions with it')}</th>
            <th scope="col">{t('Share of sessions')}</th>
            {compared ? <th scope="col">{t('Change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {goals.map(({ goal, conversions, rate, before }) => (
            <tr key={goal.id} data-goal={goal.name} data-value={conversions}>
              <td>
                <GoalName goal={goal} asked={page.asked} />
              </td>
              <td data-rank="">{formatCount(conversions, t)}</td>
              <td>{formatMetric('conversion_rate', rate, page.currency, t)}</td>
              {compared ? (
                <td>
                  <ChangeMark metric="sessions" now={conversions} before={before?.conversions} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A goal's name, which narrows the page to the sessions that reached it. */
function GoalName({ goal, asked }: { goal: Goal; asked: StatsSearch }) {
  const t = useT();
  const { name, dimension, op, value } = goal;
  return (
    <StateLink
      className="row-link"
      title={goalSentence(goal, t)}
      search={withFilter(asked, { dimension, op, values: [value] })}
    >
      <span>{name}</span>
    </StateLink>
  );
}
