import { CopyButton } from '#/components/copy-button.tsx';
import { useT } from '#/features/i18n/use-t.ts';

interface EmptyStoreProps {
  slug: string;
  /** What addresses begin with: `/org/acme` below an organization's, and else nothing. */
  prefix: string;
  /** Where shops load the script from, without a trailing slash. */
  scriptOrigin: string;
  /** Whether there is more of it to be seen: guides for shop platforms, and a look at the shop. */
  mayInstall: boolean;
}

/** Before the first event: the next step, and a live sign that we listen. Gives way to the figures by itself. */
export function EmptyStore({ slug, prefix, scriptOrigin, mayInstall }: EmptyStoreProps) {
  const t = useT();
  const source = `${scriptOrigin}/lk.js`;
  const snippet = `<script defer data-store="${slug}" src="${source}"></script>`;
  return (
    <div className="onboarding">
      <div className="min-w-0">
        <h1 className="text-2xl font-strong tracking-[-0.012em]">{t('Add one line to your store')}</h1>
        <p className="mt-2 mb-5 max-w-[58ch] text-md leading-[22px]">
          {t(
            'No events yet. Put this in the head of every page: visits show here within seconds, orders as soon as one is paid.',
          )}
        </p>
        <div className="snippet">
          <code aria-label={t('Snippet')}>
            <i>{'<script'}</i> defer data-store=<u>"{slug}"</u> src=<u>"{source}"</u>
            <i>{'></script>'}</i>
          </code>
          <CopyButton text={snippet} label={t('Copy snippet')} />
        </div>
        <p className="mt-3 text-ink-3">{t('Less than 2 kB, no cookies, nothing to configure.')}</p>
        {mayInstall ? (
          <p className="mt-3">
            <a href={`${prefix}/settings/install?store=${encodeURIComponent(slug)}`} className="text-link">
              {t('Step by step, for your shop system')}
            </a>
          </p>
        ) : null}
      </div>
      <section className="panel self-start px-[var(--pad)] pt-4 pb-1.5" aria-labelledby="waiting">
        <div className="flex items-center gap-3 border-b border-line pb-3">
          <span className="live-dot ms-1.5" />
          <h2 id="waiting" className="text-md font-strong">
            {t('Waiting for the first event')}
          </h2>
          <output className="ms-auto text-xs text-ink-3">{t('listening')}</output>
        </div>
        <ol className="steps">
          <li>
            <span className="ring" data-active="" />
            <b>{t('First page view')}</b>
            <small>{t('any second now')}</small>
          </li>
          <li>
            <span className="ring" />
            <span>{t('First order')}</span>
            <small>{t('after a page view')}</small>
          </li>
        </ol>
      </section>
    </div>
  );
}
