import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { HealthReport } from './health-page.server.ts';
import { utcTime } from './utc-time.ts';

const NAMES: Readonly<Record<'api' | 'keys', Phrase>> = {
  api: msg('WorkOS’s API'),
  keys: msg('WorkOS’s signing keys'),
};

/** Whether WorkOS is asked at all right now. */
export function CircuitSection({ circuits }: Pick<HealthReport, 'circuits'>) {
  const t = useT();
  return (
    <>
      <h2 className="mt-8 text-lg font-strong">{t('Circuit breakers')}</h2>
      <p className="mt-1 max-w-[70ch] text-ink-3">
        {t(
          'After ten failures in a row WorkOS is left alone for a minute, then one call decides. This is the isolate that made this page; others have their own.',
        )}
      </p>
      <dl className="facts mt-3">
        {(['api', 'keys'] as const).map((name) => (
          <div key={name}>
            <dt>{t(NAMES[name])}</dt>
            <dd data-state={circuits[name] === null ? 'up' : 'down'}>
              {circuits[name] === null
                ? t('Closed: calls go through')
                : t('Open since {time}', { time: utcTime(circuits[name]) })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
