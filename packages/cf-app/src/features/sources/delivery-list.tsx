import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { deliveryReason } from './reason-words.ts';
import { OUTCOME_WORDS, PLATFORM_NAMES } from './source-words.ts';
import { replay } from './sources.functions.ts';
import type { DeliveryView } from './sources.ts';
import { useChange } from './use-change.ts';

interface DeliveryListProps {
  slug: string;
  deliveries: readonly DeliveryView[];
  timeZone: string;
  readOnly: boolean;
  changed: () => Promise<void>;
}

/** What was delivered last, with the reason where it was not counted, and another try for those. */
export function DeliveryList({ slug, deliveries, timeZone, readOnly, changed }: DeliveryListProps) {
  const t = useT();
  const [tried, setTried] = useState<string | null>(null);
  const { busy, problem, change } = useChange();
  const time = new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  const open = deliveries.some(({ outcome }) => outcome === 'failed' || outcome === 'stored');
  return (
    <section className="panel" aria-labelledby="deliveries">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-(--pad) py-3">
        <h2 id="deliveries" className="me-auto text-md font-medium text-ink">
          {t('Last deliveries')}
        </h2>
        {open ? (
          <Button
            disabled={busy || readOnly}
            onClick={() =>
              void change(
                () => replay({ data: { slug } }),
                ({ counted, ignored, failed }) => {
                  setTried(
                    t('{counted} counted, {ignored} left out, {failed} still cannot be read', {
                      counted,
                      ignored,
                      failed,
                    }),
                  );
                  return changed();
                },
              )
            }
          >
            {t('Try again')}
          </Button>
        ) : null}
        <output className="text-ink-3 empty:hidden">{tried}</output>
        <p role="alert" className="text-warn empty:hidden">
          {problem}
        </p>
      </div>
      {deliveries.length === 0 ? (
        <p className="px-(--pad) py-8 text-center text-ink-3">{t('Nothing was delivered yet.')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {deliveries.map(({ id, platform, topic, receivedAt, outcome, reason }) => (
            <li key={id} className="px-(--pad) py-2.5">
              <p className="text-ink">
                {PLATFORM_NAMES[platform]} <code className="code ms-1">{topic}</code> ·{' '}
                <span className={outcome === 'failed' ? 'text-warn' : 'text-ink-3'}>
                  {t(OUTCOME_WORDS[outcome])}
                </span>
              </p>
              <p className="break-words text-ink-3">
                <time dateTime={new Date(receivedAt).toISOString()}>{time.format(receivedAt)}</time>
                {reason === null ? null : ` · ${deliveryReason(reason, t)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
