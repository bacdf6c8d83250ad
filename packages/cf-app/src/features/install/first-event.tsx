import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { checkArrival } from './install.functions.ts';

const EVERY_MS = 3_000;
/** Then somebody has gone away, or something is wrong that waiting does not mend. */
const LONGEST_MS = 300_000;

interface FirstEventProps {
  slug: string;
  lastEventAt: number | null;
  timeZone: string;
}

/** Waits for something to arrive, and says so when it does. */
export function FirstEvent({ slug, lastEventAt, timeZone }: FirstEventProps) {
  const t = useT();
  const [listening, setListening] = useState(lastEventAt === null);
  const [arrived, setArrived] = useState<number | null>(null);

  useEffect(() => {
    if (!listening) return;
    const until = Date.now() + LONGEST_MS;
    let timer: ReturnType<typeof setTimeout>;
    let known: number | null = null;
    let stopped = false;
    const ask = async () => {
      const answer = document.hidden ? null : await checkArrival({ data: { slug } }).catch(() => null);
      if (stopped) return;
      if (answer?.ok === false) return setListening(false);
      if (answer?.ok) {
        // What there was before is nothing that has just arrived.
        if ((known ??= lastEventAt === null ? 0 : answer.events) < answer.events) {
          setArrived(answer.lastEventAt ?? Date.now());
          return setListening(false);
        }
      }
      if (Date.now() > until) return setListening(false);
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [listening, slug, lastEventAt]);

  const time = (at: number) =>
    new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(at);

  return (
    <section className="panel gap-3 p-(--pad)" aria-labelledby="first-event">
      <h2 id="first-event" className="text-md font-medium text-ink">
        {t('First event')}
      </h2>
      <output className="grid gap-2">
        {arrived !== null ? (
          <p className="flex items-center gap-2 text-ink" data-arrived="">
            <CircleCheck size={16} aria-hidden className="text-better" />
            {t('It works: something arrived at {time}.', { time: time(arrived) })}
          </p>
        ) : listening ? (
          <p className="flex items-center gap-2 text-ink-2">
            <span className="live-dot" />
            {t(
              'Waiting. Open a page of the shop in another tab, on another device, or without an ad blocker.',
            )}
          </p>
        ) : (
          <p className="text-ink-2">
            {lastEventAt === null
              ? t('Nothing has arrived yet.')
              : t('The last event arrived at {time}.', { time: time(lastEventAt) })}
          </p>
        )}
      </output>
      <div className="flex flex-wrap gap-2">
        {arrived !== null || lastEventAt !== null ? (
          <Link to="/stats/$hash" params={{ hash: slug }} className="button" data-look="primary">
            {t('See the figures')}
          </Link>
        ) : null}
        {listening || arrived !== null ? null : (
          <Button look="quiet" onClick={() => setListening(true)}>
            {t('Wait for the next event')}
          </Button>
        )}
      </div>
    </section>
  );
}
