import { useState } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { ConfirmByName } from '../confirm/confirm-by-name.tsx';
import { NameList } from './name-list.tsx';
import { Section } from '../section.tsx';
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
export function StoreTimeZone({ store: { slug, timeZone }, change, changed }: StoreCalendarProps) {
  const t = useT();
  const words = useRefusalWords();
  const [wanted, setWanted] = useState(timeZone);
  const fieldWords = FIELD_WORDS['timeZone'];
  return (
    <Section title={t('Time zone')} about={t('It decides where a day begins and ends.')}>
      <div className="flex flex-wrap items-end gap-2">
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('Time zone')}</span>
          <input
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            list="time-zones"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            className="field w-60"
          />
        </label>
        <ConfirmByName
          label={t('Change…')}
          title={t('Move {slug} to {zone}', { slug, zone: wanted.trim() })}
          name={slug}
          action={t('Change the time zone')}
          words={(code) => (code === 'fields_wrong' && fieldWords ? t(fieldWords) : words(code))}
          ask={() => change(wanted.trim())}
          done={changed}
          disabled={wanted.trim() === timeZone || wanted.trim() === ''}
        >
          <p>
            {t('All figures are worked out anew, on days of {zone} instead of {before}.', {
              zone: wanted.trim(),
              before: timeZone,
            })}
          </p>
          <p>
            {t(
              'Events and orders are taken in as usual. Until it is over, every answer says that it is not complete; reports of past days then differ from those that were sent.',
            )}
          </p>
          <p>{t('Visitors who were there around the old midnight still count as two.')}</p>
        </ConfirmByName>
      </div>
      <NameList id="time-zones" of="timeZone" />
    </Section>
  );
}

/** What a store's figures are in. */
export function StoreCurrency({ store: { slug, currency }, change, changed }: StoreCalendarProps) {
  const t = useT();
  const words = useRefusalWords();
  const [wanted, setWanted] = useState(currency);
  const code = wanted.trim().toUpperCase();
  const fieldWords = FIELD_WORDS['currency'];
  return (
    <Section title={t('Currency')} about={t('All amounts of the store are in it.')}>
      <div className="flex flex-wrap items-end gap-2">
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('Currency')}</span>
          <input
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            list="currencies"
            maxLength={3}
            autoComplete="off"
            spellCheck={false}
            className="field w-24 uppercase"
          />
        </label>
        <ConfirmByName
          label={t('Change…')}
          title={t('Count {slug} in {currency}', { slug, currency: code })}
          name={slug}
          action={t('Change the currency')}
          words={(refused) => (refused === 'fields_wrong' && fieldWords ? t(fieldWords) : words(refused))}
          ask={() => change(code)}
          done={changed}
          disabled={code === currency || code === ''}
        >
          <p>
            {t(
              'Nothing is converted. From now on only orders in {currency} count in amounts; those in {before} are left out, and every answer says how many.',
              { currency: code, before: currency },
            )}
          </p>
          <p>{t('Nothing is lost: changing it back brings the amounts back.')}</p>
        </ConfirmByName>
      </div>
      <NameList id="currencies" of="currency" />
    </Section>
  );
}
