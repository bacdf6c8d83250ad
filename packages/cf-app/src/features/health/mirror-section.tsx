import { Button } from '#/components/button.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useAction } from '#/features/admin/confirm/use-action.ts';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { HealthReport } from './health-page.server.ts';
import { replayEvents } from './health.functions.ts';
import { utcTime } from './utc-time.ts';

interface MirrorSectionProps {
  mirror: HealthReport['mirror'];
  /** Looks again. */
  changed: () => Promise<void>;
}

/** How news of people and organizations come in, and which events stand still. */
export function MirrorSection({ mirror, changed }: MirrorSectionProps) {
  const t = useT();
  const { busy, problem, act } = useAction();
  const replay = (event: string | null) => void act(() => replayEvents({ data: { event } }), changed);
  return (
    <>
      <h2 className="mt-8 text-lg font-strong">{t('News from WorkOS')}</h2>
      {mirror === null ? (
        <p className="mt-1">
          {t('WorkOS does not keep the accounts here, or the record cannot be read right now.')}
        </p>
      ) : (
        <>
          <Lags mirror={mirror} />
          <div className="mt-6 flex flex-wrap items-center gap-3">
            <h3 className="me-auto font-medium text-ink">{t('Events that stand still')}</h3>
            {mirror.unfinished.length < 2 ? null : (
              <Button disabled={busy} onClick={() => replay(null)}>
                {t('Try all again')}
              </Button>
            )}
          </div>
          {mirror.unfinished.length === 0 ? (
            <p className="mt-1 text-ink-3">{t('None. Every event that came was worked through.')}</p>
          ) : (
            <ul className="panel mt-2 divide-y divide-line">
              {mirror.unfinished.map(({ id, type, state, reason, received_at: receivedAt, attempts }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-(--pad) py-3">
                  <div className="me-auto min-w-0">
                    <p className="text-ink">
                      {type} <code className="code ms-1">{id}</code>
                    </p>
                    <p className="break-words text-ink-2">{reason ?? t('Not tried yet')}</p>
                    <p className="text-ink-3">
                      {state === 'parked'
                        ? t(
                            'Parked after {count} attempt, came {time}|Parked after {count} attempts, came {time}',
                            {
                              count: attempts,
                              time: utcTime(receivedAt),
                            },
                          )
                        : t(
                            'Waiting after {count} attempt, came {time}|Waiting after {count} attempts, came {time}',
                            {
                              count: attempts,
                              time: utcTime(receivedAt),
                            },
                          )}
                    </p>
                  </div>
                  <Button
                    disabled={busy}
                    aria-label={t('Try {event} again', { event: id })}
                    onClick={() => replay(id)}
                  >
                    {t('Try again')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <ProblemNote problem={problem} />
        </>
      )}
    </>
  );
}

function Lags({ mirror }: { mirror: NonNullable<HealthReport['mirror']> }) {
  const t = useT();
  const { webhook, waiting, waitingSince, parked, eventsAskedAt, missed, comparedAt } = mirror;
  const facts = [
    [t('Last webhook'), webhook === null ? t('Never') : utcTime(webhook.receivedAt)],
    [
      t('It was on its way for'),
      webhook === null ? '—' : lagWords(webhook.receivedAt - webhook.createdAt, t),
    ],
    [
      t('Waiting events'),
      waitingSince === null
        ? t.number(waiting)
        : t('{waiting}, since {time}', { waiting, time: utcTime(waitingSince) }),
    ],
    [t('Parked events'), t.number(parked)],
    [t('WorkOS asked for events'), eventsAskedAt === null ? t('Never') : utcTime(eventsAskedAt)],
    [t('Of those, missed by webhooks'), missed === null ? '—' : t.number(missed)],
    [t('Everything compared'), comparedAt === null ? t('Never') : utcTime(comparedAt)],
  ] as const;
  return (
    <dl className="facts mt-3">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `0.4 s`, `12 s`, `8 min`: as one compares them. */
function lagWords(ms: number, t: T): string {
  const seconds = Math.max(0, ms) / 1000;
  const [unit, value] = seconds < 120 ? (['second', seconds] as const) : (['minute', seconds / 60] as const);
  return new Intl.NumberFormat(t.locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
