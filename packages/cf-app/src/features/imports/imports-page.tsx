import type { VisibleStore } from '#/features/auth/person.ts';
import { useAuth } from '#/features/auth/use-auth.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { StoreChoice } from '#/features/settings/store-choice.tsx';
import type { ImportedHistory } from './imports.ts';
import { OrdersUpload } from './orders-upload.tsx';
import { VisitsUpload } from './visits-upload.tsx';

interface ImportsPageProps {
  stores: readonly VisibleStore[];
  /** The chosen one. */
  store: VisibleStore;
  /** Nothing may be changed right now. */
  degraded: boolean;
  history: ImportedHistory;
  /** Asks for the history again. */
  changed: () => Promise<void>;
}

/** Settings → Imports. */
export function ImportsPage({ stores, store, degraded, history, changed }: ImportsPageProps) {
  const t = useT();
  const isManager = useAuth().permissions?.includes('store:manage') === true;
  return (
    <>
      <SectionHead title={t('Imports of {store}', { store: store.name })}>
        {t('Bring what happened before LayerKick counted.')}
      </SectionHead>
      <StoreChoice to="/settings/imports" stores={stores} chosen={store.slug} />
      <div className="grid gap-5" key={store.slug}>
        {degraded ? (
          <output className="panel bg-warn-soft p-(--pad) text-ink">
            {t('Nothing can be changed while the sign-in service does not answer. Try again later.')}
          </output>
        ) : null}
        {isManager ? (
          <>
            <OrdersUpload store={store} readOnly={degraded} />
            <VisitsUpload store={store} history={history} readOnly={degraded} changed={changed} />
          </>
        ) : (
          <p className="panel p-(--pad) text-ink-2">
            {t('Managers and owners of a store import its history. Ask one of them.')}
          </p>
        )}
      </div>
    </>
  );
}
