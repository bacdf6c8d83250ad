import { RequestId } from '#/components/request-id.tsx';
import { StoreCurrency, StoreTimeZone } from '#/features/admin/stores/store-calendar.tsx';
import { StoreSettings as NameAndDomains } from '#/features/admin/stores/store-settings.tsx';
import { AnnotationList } from '#/features/annotations/annotation-list.tsx';
import type { Denial, VisibleStore } from '#/features/auth/person.ts';
import { GoalList } from '#/features/goals/goal-list.tsx';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { StoreChoice } from '#/features/settings/store-choice.tsx';
import { ShareList } from '#/features/share/share-list.tsx';
import { YourData } from '#/features/stores/your-data/your-data.tsx';
import { MemberList } from './member-list.tsx';
import { RebuildNote } from './rebuild-note.tsx';
import { countStoreIn, moveStore, saveStore } from './store-settings.functions.ts';
import type { StoreSettings } from './store-settings.ts';

interface StoreSettingsPageProps {
  stores: readonly VisibleStore[];
  /** The chosen one. */
  store: VisibleStore;
  settings: StoreSettings;
  /** Asks for the settings again. */
  changed: () => Promise<void>;
}

const REFUSED: Readonly<Record<Denial['code'], Phrase>> = {
  forbidden: msg('Managers and owners of a store look after it. Ask one of them.'),
  signed_out: msg('You are signed out. Sign in again to go on.'),
  unavailable: msg('The store cannot be reached right now. Try again in a moment.'),
};

/** Settings → Store. */
export function StoreSettingsPage({ stores, store, settings, changed }: StoreSettingsPageProps) {
  const t = useT();
  return (
    <>
      <SectionHead title={store.name}>
        {t('What it is called, how it is counted, who sees it, and what you want of its visitors.')}
      </SectionHead>
      <StoreChoice to="/settings/store" stores={stores} chosen={store.slug} />
      {settings.ok ? (
        <Sections key={store.slug} settings={settings} changed={changed} />
      ) : (
        <section className="panel p-(--pad)">
          <p className="max-w-[60ch] pb-3 text-ink-2">{t(REFUSED[settings.code])}</p>
          <RequestId id={settings.requestId} />
        </section>
      )}
    </>
  );
}

interface SectionsProps {
  settings: Extract<StoreSettings, { ok: true }>;
  changed: () => Promise<void>;
}

function Sections({ settings, changed }: SectionsProps) {
  const { store, rebuilding, goals, annotations, shares, shareNames, members } = settings;
  const { slug, name, timeZone, currency } = store;
  return (
    // Forms begin anew with what was saved.
    <div className="grid gap-5" key={`${slug} ${name} ${timeZone} ${currency}`}>
      {rebuilding === null ? null : <RebuildNote slug={slug} rebuilding={rebuilding} over={changed} />}
      <NameAndDomains
        store={store}
        change={(edit) => saveStore({ data: { slug, ...edit } })}
        changed={changed}
      />
      <StoreTimeZone
        store={store}
        change={(zone) => moveStore({ data: { slug, timeZone: zone } })}
        changed={changed}
      />
      <StoreCurrency
        store={store}
        change={(code) => countStoreIn({ data: { slug, currency: code } })}
        changed={changed}
      />
      <GoalList slug={slug} goals={goals} changed={changed} />
      <div id="shared-links" className="scroll-mt-20">
        <ShareList slug={slug} shares={shares} names={shareNames} changed={changed} />
      </div>
      <AnnotationList slug={slug} annotations={annotations} changed={changed} />
      <MemberList members={members} />
      <YourData slug={slug} />
    </div>
  );
}
