import { RequestId } from '#/components/request-id.tsx';
import type { VisibleStore } from '#/features/auth/person.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { StoreChoice } from '#/features/settings/store-choice.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { DeliveryList } from './delivery-list.tsx';
import { SourcePanel } from './source-panel.tsx';
import { SOURCES_REFUSED } from './source-words.ts';
import type { Sources } from './sources.ts';

interface SourcesPageProps {
  stores: readonly VisibleStore[];
  /** The chosen one. */
  store: VisibleStore;
  sources: Sources;
  /** Asks for the sources again. */
  changed: () => Promise<void>;
}

/** Settings → Sources. */
export function SourcesPage({ stores, store, sources, changed }: SourcesPageProps) {
  const t = useT();
  return (
    <>
      <SectionHead title={t('Sources of {store}', { store: store.name })}>
        {t(
          'Browsers miss orders. Let the shop platform tell them, too: its word counts, and one order stays one.',
        )}
      </SectionHead>
      <StoreChoice to="/settings/sources" stores={stores} chosen={store.slug} />
      {sources.ok ? (
        <div className="grid gap-5" key={store.slug}>
          {sources.degraded ? (
            <output className="panel bg-warn-soft p-(--pad) text-ink">{t(SOURCES_REFUSED.degraded)}</output>
          ) : null}
          {sources.sources.map((source) => (
            <SourcePanel
              key={source.platform}
              slug={store.slug}
              source={source}
              readOnly={sources.degraded}
              changed={changed}
            />
          ))}
          <DeliveryList
            slug={store.slug}
            deliveries={sources.deliveries}
            timeZone={store.timeZone}
            readOnly={sources.degraded}
            changed={changed}
          />
        </div>
      ) : (
        <section className="panel p-(--pad)">
          <p className="max-w-[60ch] pb-3 text-ink-2">{t(SOURCES_REFUSED[sources.code])}</p>
          <RequestId id={sources.requestId} />
        </section>
      )}
    </>
  );
}
