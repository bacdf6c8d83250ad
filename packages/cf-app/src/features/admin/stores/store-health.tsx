import { Button } from '#/components/button.tsx';
import { utcTime } from '#/features/health/utc-time.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatBytes } from '#/features/stores/byte-words.ts';
import { Concerns } from './concerns.tsx';
import { Section } from '../section.tsx';
import { CONCERN_WORDS } from './store-words.ts';
import type { StoreDetail } from './stores.ts';

/** How the store's object is doing. */
export function StoreHealth({ detail, lookAgain }: { detail: StoreDetail; lookAgain: () => void }) {
  const t = useT();
  const {
    at,
    newestSchema,
    store: { look, concerns },
  } = detail;
  return (
    <Section title={t('Health of the object')} about={t('Asked {time}.', { time: utcTime(at) })}>
      <div className="text-ink">
        <Concerns concerns={concerns} />
      </div>
      {concerns.map((concern) => (
        <p key={concern} className="max-w-[70ch] text-ink-2">
          {t(CONCERN_WORDS[concern].meaning)}
        </p>
      ))}
      {look === null ? null : (
        <dl className="facts">
          <Fact name={t('Events')}>{t.number(look.events)}</Fact>
          <Fact name={t('Orders')}>{t.number(look.orders)}</Fact>
          <Fact name={t('First event')}>{moment(look.firstEventAt) ?? t('Never')}</Fact>
          <Fact name={t('Last event')}>{moment(look.lastEventAt) ?? t('Never')}</Fact>
          <Fact name={t('Size on disk')}>{formatBytes(look.bytes, t)}</Fact>
          <Fact name={t('Objects')}>{t.number(look.shards)}</Fact>
          <Fact name={t('Backlog')}>
            {t('{count} batch to count|{count} batches to count', { count: look.pendingBatches })}
          </Fact>
          <Fact name={t('Parked batches')}>{t.number(look.setAsideBatches)}</Fact>
          <Fact name={t('Archive')}>
            {look.archive.since === null
              ? t('Everything is archived')
              : t('{count} line waits since {time}|{count} lines wait since {time}', {
                  count: look.archive.waiting,
                  time: utcTime(look.archive.since),
                })}
          </Fact>
          <Fact name={t('Schema version')}>
            {t('{version} of {newest}', { version: look.schemaVersion, newest: newestSchema })}
          </Fact>
          <Fact name={t('Days counted in')}>{look.timeZone ?? '—'}</Fact>
        </dl>
      )}
      <div>
        <Button onClick={lookAgain}>{t('Look again')}</Button>
      </div>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function moment(at: number | null): string | null {
  return at === null ? null : utcTime(at);
}
