import { useHydrated } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Labelled } from '#/components/labelled.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { Section } from '../section.tsx';
import { NameList } from './name-list.tsx';
import { FIELD_WORDS } from './store-words.ts';
import type { Saved } from './stores.ts';
import { useRefusalWords } from './use-store-action.ts';

interface StoreCalendarProps {
  store: Store;
  /** Changes it to what was chosen. */
  change: (wanted: string) => Promise<Saved>;
  changed: () => Promise<void>;
}

/** Where a store's days begin: what changing it does is said before it is done. */
export function StoreTimeZone({ store, change, changed }: StoreCalendarProps) {
  const t = useT();
  const { slug, timeZone: before } = store;
  const [wanted, setWanted] = useState(before);
  const zone = wanted.trim();
  return (
    <Section title={t('Time zone')} about={t('It decides where a day begins and ends.')}>
      <ChangeByName
        slug={slug}
        of="timeZone"
        label={t('Time zone')}
        typed={wanted}
        type={setWanted}
        title={t('Move {slug} to {zone}', { slug, zone })}
        action={t('Change the time zone')}
        isSame={zone === before || zone === ''}
        ask={() => change(zone)}
        done={changed}
      >
        <p>
          {t('All figures are worked out anew, on days of {zone} instead of {before}.', { zone, before })}
        </p>
        <p>
          {t(
            'Events and orders are taken in as usual. Until it is over, every answer says that it is not complete; reports of past days then differ from those that were sent.',
          )}
        </p>
        <p>{t('Visitors who were there around the old midnight still count as two.')}</p>
      </ChangeByName>
    </Section>
  );
}

/** What a store's figures are in. */
export function StoreCurrency({ store, change, changed }: StoreCalendarProps) {
  const t = useT();
  const { slug, currency: before } = store;
  const [wanted, setWanted] = useState(before);
  const currency = wanted.trim().toUpperCase();
  return (
    <Section title={t('Currency')} about={t('All amounts of the store are in it.')}>
      <ChangeByName
        slug={slug}
        of="currency"
        label={t('Currency')}
        typed={wanted}
        type={setWanted}
        title={t('Count {slug} in {currency}', { slug, currency })}
        action={t('Change the currency')}
        isSame={currency === before || currency === ''}
        ask={() => change(currency)}
        done={changed}
      >
        <p>
          {t(
            'Nothing is converted. From now on only orders in {currency} count in amounts; those in {before} are left out, and every answer says how many.',
            { currency, before },
          )}
        </p>
        <p>{t('Nothing is lost: changing it back brings the amounts back.')}</p>
      </ChangeByName>
    </Section>
  );
}

interface ChangeByNameProps {
  slug: string;
  of: 'timeZone' | 'currency';
  label: string;
  /** What is in the field. */
  typed: string;
  type: (text: string) => void;
  /** Of the dialog. */
  title: string;
  action: string;
  /** There is nothing to change. */
  isSame: boolean;
  ask: () => Promise<Saved>;
  done: () => Promise<void>;
  /** What changing it does. */
  children: ReactNode;
}

const FIELDS = {
  timeZone: { list: 'time-zones', maxLength: 100, className: 'field w-60' },
  currency: { list: 'currencies', maxLength: 3, className: 'field w-24 uppercase' },
} as const;

/** A field that completes names, and a change that waits for the store's name. */
function ChangeByName({ slug, of, label, typed, type, isSame, children, ...confirmed }: ChangeByNameProps) {
  const t = useT();
  const words = useRefusalWords();
  const needed = FIELD_WORDS[of];
  const hydrated = useHydrated();
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Labelled label={label}>
        <input
          // What is typed before the page's scripts run would be lost.
          readOnly={!hydrated}
          value={typed}
          onChange={(event) => type(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          {...FIELDS[of]}
        />
      </Labelled>
      <ConfirmByName
        label={t('Change…')}
        name={slug}
        words={(code) => (code === 'fields_wrong' && needed ? t(needed) : words(code))}
        disabled={isSame}
        {...confirmed}
      >
        {children}
      </ConfirmByName>
      <NameList id={FIELDS[of].list} of={of} />
    </div>
  );
}
