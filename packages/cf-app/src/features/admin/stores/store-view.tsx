import { Link } from '@tanstack/react-router';
import { buttonLook } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { Receipt } from '#/features/stores/deletion-receipt.tsx';
import { DeleteStore } from '#/features/stores/your-data/delete-store.tsx';
import { ExportLinks } from '#/features/stores/your-data/export-links.tsx';
import { AdminHead } from '../admin-frame.tsx';
import { Section } from '../section.tsx';
import { StoreCurrency, StoreTimeZone } from './store-calendar.tsx';
import { StoreHealth } from './store-health.tsx';
import { StoreOrganizations } from './store-organizations.tsx';
import { StoreRebuild } from './store-rebuild.tsx';
import { StoreSettings } from './store-settings.tsx';
import { changeCurrency, changeTimeZone, deleteStore, editStore } from './stores.functions.ts';
import type { StoreDetail, StoreGone } from './stores.ts';

/** Everything about one store, and everything that can be done with it. `changed` asks for the page again. */
export function StoreView({ detail, changed }: { detail: StoreDetail; changed: () => Promise<void> }) {
  const t = useT();
  const { store } = detail;
  const { slug, name, timeZone, currency, look } = store;
  return (
    <>
      <AdminHead
        title={name}
        actions={
          <Link to="/stats/$hash" params={{ hash: slug }} {...buttonLook()}>
            {t('Open its dashboard')}
          </Link>
        }
      >
        <span className="code">{slug}</span> · {currency} · {timeZone}
      </AdminHead>
      {/* Forms begin anew with what was saved. */}
      <div className="grid gap-5" key={`${slug} ${name} ${timeZone} ${currency}`}>
        <StoreHealth detail={detail} lookAgain={() => void changed()} />
        <StoreSettings
          store={store}
          change={(edit) => editStore({ data: { slug, ...edit } })}
          changed={changed}
        />
        <StoreOrganizations detail={detail} changed={changed} />
        <StoreTimeZone
          store={store}
          change={(zone) => changeTimeZone({ data: { slug, timeZone: zone } })}
          changed={changed}
        />
        <StoreCurrency
          store={store}
          change={(code) => changeCurrency({ data: { slug, currency: code } })}
          changed={changed}
        />
        <StoreRebuild
          key={look?.rebuilding == null ? 'done' : 'under way'}
          slug={slug}
          rebuilding={look?.rebuilding ?? null}
          changed={changed}
        />
        <Section
          title={t('Export')}
          about={t('Everything the store was told. The audit log says who took it.')}
        >
          <ExportLinks at={`/admin/export/${slug}`} />
        </Section>
        <Section title={t('Delete')} about={t('Needs a sign-in of a moment ago, and cannot be undone.')}>
          <DeleteStore slug={slug} ask={(confirmed) => deleteStore({ data: { slug, confirmed } })} />
        </Section>
      </div>
    </>
  );
}

/** A store that is deleted, or on its way. */
export function GoneStoreView({
  gone: { slug, receipt },
  changed,
}: {
  gone: StoreGone;
  changed: () => Promise<void>;
}) {
  const t = useT();
  return (
    <>
      <AdminHead title={slug}>
        {receipt === null
          ? t('This store is being deleted. It goes on by itself.')
          : t('This store is gone.')}
      </AdminHead>
      {receipt === null ? (
        <DeleteStore
          slug={slug}
          begun
          ask={(confirmed) => deleteStore({ data: { slug, confirmed } })}
          gone={changed}
        />
      ) : (
        <Receipt receipt={receipt} />
      )}
    </>
  );
}
