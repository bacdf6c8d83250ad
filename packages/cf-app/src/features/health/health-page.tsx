import { Button } from '#/components/button.tsx';
import { AdminHead } from '#/features/admin/admin-frame.tsx';
import { PART_WORDS, STATE_WORDS, STATUS_WORDS, targetWords } from './health-words.ts';
import type { HealthReport } from './health-page.server.ts';
import { utcTime } from './utc-time.ts';

const PARTS = ['workos', 'd1', 'kv', 'r2'] as const;

/** What an operator looks at when something seems wrong, or when an alert came. */
export function HealthPage({ report, retry }: { report: HealthReport; retry: () => void }) {
  const { health, changes, channels } = report;
  return (
    <>
      <AdminHead title="Health" actions={<Button onClick={retry}>Look again</Button>}>
        As of {utcTime(health.at)}
      </AdminHead>
      <output className="block text-md">{STATUS_WORDS[health.status]}</output>
      <section className="panel mt-4">
        <table className="health-table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">State</th>
              <th scope="col">Needed for</th>
            </tr>
          </thead>
          <tbody>
            {PARTS.map((part) => (
              <tr key={part}>
                <th scope="row">{PART_WORDS[part].name}</th>
                <td data-state={health.parts[part].state}>
                  {STATE_WORDS[health.parts[part].state]}
                  {health.parts[part].since === undefined
                    ? null
                    : ` since ${utcTime(health.parts[part].since)}`}
                </td>
                <td>{PART_WORDS[part].neededFor}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2 className="mt-8 text-lg font-strong">Alerts</h2>
      <p className="mt-1">
        {channels.length === 0
          ? 'Alerts go to the log only: neither a webhook nor e-mail is configured.'
          : `Alerts go to: ${channels.join(', ')}.`}
      </p>
      <h2 className="mt-8 text-lg font-strong">What changed</h2>
      <Changes changes={changes} />
    </>
  );
}

function Changes({ changes }: Pick<HealthReport, 'changes'>) {
  if (changes === null) return <p className="mt-1">The record cannot be read right now.</p>;
  if (changes.length === 0) {
    return <p className="mt-1">Nothing yet. The check runs every minute; where no schedule runs, never.</p>;
  }
  return (
    <ul className="mt-2 grid gap-1">
      {changes.map(({ target, state, at, reason }) => (
        <li key={`${target} ${at}`} data-state={state}>
          <time dateTime={new Date(at).toISOString()}>{utcTime(at)}</time> · {targetWords(target)}{' '}
          {state === 'up' ? 'answers' : `does not answer (${reason ?? 'no reason known'})`}
        </li>
      ))}
    </ul>
  );
}
