import { Button } from '#/components/button.tsx';
import { AdminHead } from '#/features/admin/admin-frame.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { CircuitSection } from './circuit-section.tsx';
import { PART_WORDS, STATE_WORDS, STATUS_WORDS, TARGET_WORDS } from './health-words.ts';
import type { HealthReport } from './health-page.server.ts';
import { MirrorSection } from './mirror-section.tsx';
import { utcTime } from './utc-time.ts';

const PARTS = ['workos', 'd1', 'kv', 'r2'] as const;

interface HealthPageProps {
  report: HealthReport;
  /** Looks again. */
  retry: () => Promise<void>;
}

/** What an operator looks at when something seems wrong, or when an alert came. */
export function HealthPage({ report, retry }: HealthPageProps) {
  const t = useT();
  const { health, circuits, mirror, changes, channels } = report;
  return (
    <>
      <AdminHead
        title={t('Health')}
        actions={<Button onClick={() => void retry()}>{t('Look again')}</Button>}
      >
        {t('As of {time}', { time: utcTime(health.at) })}
      </AdminHead>
      <output className="block text-md">{t(STATUS_WORDS[health.status])}</output>
      <section className="panel mt-4 overflow-x-auto">
        <table className="health-table">
          <thead>
            <tr>
              <th scope="col">{t('Part')}</th>
              <th scope="col">{t('State')}</th>
              <th scope="col">{t('Needed for')}</th>
            </tr>
          </thead>
          <tbody>
            {PARTS.map((part) => (
              <tr key={part}>
                <th scope="row">{PART_WORDS[part].name}</th>
                <td data-state={health.parts[part].state}>
                  {health.parts[part].since === undefined
                    ? t(STATE_WORDS[health.parts[part].state])
                    : t('{state} since {time}', {
                        state: t(STATE_WORDS[health.parts[part].state]),
                        time: utcTime(health.parts[part].since),
                      })}
                </td>
                <td>{t(PART_WORDS[part].neededFor)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('Queues')}</th>
              <td>{t('There are none')}</td>
              <td>
                {t(
                  'Events go straight to the object of their store, which keeps them until they are counted',
                )}
              </td>
            </tr>
          </tbody>
        </table>
      </section>
      <CircuitSection circuits={circuits} />
      <MirrorSection mirror={mirror} changed={retry} />
      <h2 className="mt-8 text-lg font-strong">{t('Alerts')}</h2>
      <p className="mt-1">
        {channels.length === 0
          ? t('Alerts go to the log only: neither a webhook nor e-mail is configured.')
          : t('Alerts go to: {channels}.', { channels: channels.join(', ') })}
      </p>
      <h2 className="mt-8 text-lg font-strong">{t('What changed')}</h2>
      <Changes changes={changes} />
    </>
  );
}

function Changes({ changes }: Pick<HealthReport, 'changes'>) {
  const t = useT();
  if (changes === null) return <p className="mt-1">{t('The record cannot be read right now.')}</p>;
  if (changes.length === 0) {
    return (
      <p className="mt-1">{t('Nothing yet. The check runs every minute; where no schedule runs, never.')}</p>
    );
  }
  return (
    <ul className="mt-2 grid gap-1">
      {changes.map(({ target, state, at, reason }) => (
        <li key={`${target} ${at}`} data-state={state}>
          <time dateTime={new Date(at).toISOString()}>{utcTime(at)}</time> ·{' '}
          {state === 'up'
            ? t('{target} answers', { target: t(TARGET_WORDS[target]) })
            : t('{target} does not answer ({reason})', {
                target: t(TARGET_WORDS[target]),
                reason: reason ?? t('no reason known'),
              })}
        </li>
      ))}
    </ul>
  );
}
