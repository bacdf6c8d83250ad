import type { CohortsAnswer } from '@layerkick/stats/cohorts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMonth } from '../format/day.ts';
import { formatCount, formatMoney, formatPercent } from '../format/value.ts';
import { FailedPart } from './failed-part.tsx';
import { heatStep } from './heatmap.ts';
import { NoCustomers } from './no-customers.tsx';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';

/** The month of the first order and the eleven after it. */
const MONTHS = 12;

/** How many of those who first ordered in a month ordered again, month by month. */
export function CohortsPanel({ answer, page }: { answer: CohortsAnswer | null; page: PanelPage }) {
  const t = useT();
  const title = t('Customers by the month of their first order');
  return (
    <PanelFrame
      panel="cohorts"
      title={title}
      note={t('Share of them who ordered again, each month since')}
      asked={page.asked}
    >
      {answer === null ? (
        <FailedPart title={title} page={page} />
      ) : answer.cohorts.length === 0 ? (
        <p className="panel-empty">
          <NoCustomers page={page} />
        </p>
      ) : (
        <Table answer={answer} />
      )}
    </PanelFrame>
  );
}

function Table({ answer }: { answer: CohortsAnswer }) {
  const t = useT();
  const cohorts = answer.cohorts.toReversed().slice(0, MONTHS);
  const width = Math.min(MONTHS, Math.max(...cohorts.map(({ months }) => months.length)));
  const places = Array.from({ length: width - 1 }, (_, place) => place + 1);
  const again = cohorts.flatMap(({ customers, months }) =>
    months.slice(1, MONTHS).map((month) => month.customers / customers),
  );
  const most = Math.max(0, ...again);
  return (
    <div className="rank-scroll">
      <table className="cohorts">
        <thead>
          <tr>
            <th scope="col">{t('First order')}</th>
            <th scope="col">{t('Customers')}</th>
            <th scope="col">{t('Net sales')}</th>
            {places.map((place) => (
              <th key={place} scope="col">
                <span aria-hidden>+{t.number(place)}</span>
                <span className="sr-only">
                  {t('{count} month later|{count} months later', { count: place })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ month, customers, months }) => (
            <tr key={month} data-row={month}>
              <th scope="row">{formatMonth(month, t)}</th>
              <td data-metric="customers" data-value={customers}>
                {formatCount(customers, t)}
              </td>
              <td>
                {formatMoney(
                  months.reduce((sum, { netSales }) => sum + netSales, 0),
                  answer.query.currency,
                  t,
                )}
              </td>
              {places.map((place) => {
                const of = months[place];
                if (!of) return <td key={place}>&nbsp;</td>;
                const share = of.customers / customers;
                return (
                  <td key={place} data-heat={heatStep(share, most)} title={formatCount(of.customers, t)}>
                    {formatPercent(share * 100, 1, t)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
