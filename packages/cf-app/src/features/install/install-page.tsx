import { Link } from '@tanstack/react-router';
import { scriptTag } from '@layerkick/tracker/snippets';
import { RequestId } from '#/components/request-id.tsx';
import type { VisibleStore } from '#/features/auth/person.ts';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { StoreChoice } from '#/features/settings/store-choice.tsx';
import { FirstEvent } from './first-event.tsx';
import { GuideList } from './guide-list.tsx';
import type { Install } from './install.ts';
import { INSTALL_REFUSED } from './refusal-words.ts';
import { SnippetBlock } from './snippet-block.tsx';
import { VerifyPanel } from './verify-panel.tsx';

interface InstallPageProps {
  stores: readonly VisibleStore[];
  /** The chosen one. */
  store: VisibleStore;
  install: Install;
}

/** Settings → Install: from nothing to the first figure. */
export function InstallPage({ stores, store, install }: InstallPageProps) {
  const t = useT();
  return (
    <>
      <SectionHead title={t('Install in {store}', { store: store.name })}>
        {t('One line in the shop, a look whether it is right, and the first figures: five minutes.')}
      </SectionHead>
      <StoreChoice to="/settings/install" stores={stores} chosen={store.slug} />
      {install.ok ? (
        <div className="grid gap-5" key={store.slug}>
          <section className="panel gap-3 p-(--pad)" aria-labelledby="snippet">
            <h2 id="snippet" className="text-md font-medium text-ink">
              {t('The snippet')}
            </h2>
            <p className="max-w-[60ch] text-ink-2">
              {t(
                'Put this into the head of every page of the shop. It sets no cookies, weighs 1.5 kB and slows nothing down.',
              )}
            </p>
            <SnippetBlock code={scriptTag(install)} label={t('Copy snippet')} />
          </section>
          <GuideList installation={install} />
          <VerifyPanel slug={store.slug} domains={install.domains} />
          <FirstEvent slug={store.slug} lastEventAt={install.lastEventAt} timeZone={store.timeZone} />
          <section className="panel gap-2 p-(--pad)" aria-labelledby="next">
            <h2 id="next" className="text-md font-medium text-ink">
              {t('And then')}
            </h2>
            <p className="max-w-[60ch] text-ink-2">
              {rich(
                t,
                'Browsers miss orders: let the shop’s server tell them, too, under <sources>Sources</sources>. Leave your own visits out: open the shop, and in the browser’s console call <code>internal</code> once on each device of yours.',
                {
                  sources: (
                    <Link to="/settings/sources" search={{ store: store.slug }} className="text-link" />
                  ),
                  code: <code className="font-code text-sm" />,
                },
              )}
            </p>
            <SnippetBlock code="layerkick('internal')" label={t('Copy the call')} />
          </section>
        </div>
      ) : (
        <section className="panel p-(--pad)">
          <p className="max-w-[60ch] pb-3 text-ink-2">{t(INSTALL_REFUSED[install.code])}</p>
          <RequestId id={install.requestId} />
        </section>
      )}
    </>
  );
}
