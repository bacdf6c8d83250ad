import { SearchX } from 'lucide-react';
import { buttonLook } from '#/components/button.tsx';
import { RequestId } from '#/components/request-id.tsx';
import { useT } from '#/features/i18n/use-t.ts';

/** Inside the console, instead of a page about something that is not there. */
export function NotFoundHere({ title, back, requestId }: { title: string; back: string; requestId: string }) {
  const t = useT();
  return (
    <section className="panel items-start gap-3 p-(--pad)">
      <SearchX size={20} aria-hidden className="text-ink-3" />
      <h1 className="text-lg font-strong">{title}</h1>
      <a href={back} {...buttonLook()}>
        {t('Back to the list')}
      </a>
      <RequestId id={requestId} status={404} />
    </section>
  );
}
