import { useT } from '#/features/i18n/use-t.ts';
import { CopyButton } from './copy-button.tsx';

/** The id under which operators find a request in the log; `status` is the HTTP status it went with. */
export function RequestId({ id, status }: { id: string; status?: number }) {
  const t = useT();
  return (
    <CopyButton
      text={id}
      label={t('Copy request id')}
      className="inline-flex max-w-full items-center gap-1.5 font-mono text-xs tracking-normal text-ink-3 hover:text-ink [&_svg]:size-[13px] [&_svg]:shrink-0 disabled:opacity-100"
    >
      <span className="order-first truncate">
        {status === undefined ? '' : `${status} · `}req {id}
      </span>
    </CopyButton>
  );
}
