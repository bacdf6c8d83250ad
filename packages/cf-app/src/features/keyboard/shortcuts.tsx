import { X } from 'lucide-react';
import { Button } from '#/components/button.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { PERIOD_LABELS } from '#/features/stats/period/period-words.ts';
import { OTHER_KEYS, PERIOD_KEYS } from './period-keys.ts';

/** What can be done without a pointer. */
export function Shortcuts({ close }: { close: () => void }) {
  const t = useT();
  const everywhere = [
    { keys: ['⌘K', t('Ctrl K')], says: t('Go to, choose, do') },
    { keys: ['?'], says: t('Shortcuts') },
    { keys: ['Esc'], says: t('Close') },
  ];
  const atStore = [
    ...Object.entries(PERIOD_KEYS).map(([key, period]) => ({
      keys: [key.toUpperCase()],
      says: t(PERIOD_LABELS[period]),
    })),
    ...OTHER_KEYS.map(({ keys, says }) => ({ keys, says: t(says) })),
    { keys: [t('Alt and a click')], says: t('Leave a row out') },
    { keys: [t('Shift and a click')], says: t('Show a row beside others') },
  ];
  return (
    <>
      <header className="flex items-center justify-between px-4 pt-3">
        <h2 className="text-md font-strong text-ink">{t('Shortcuts')}</h2>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- what a modal dialog asks for is where one goes on */}
        <Button look="quiet" autoFocus aria-label={t('Close')} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className="grid gap-x-8 gap-y-4 px-4 pt-2 pb-5 phone:grid-cols-2">
        <KeyList title={t('Everywhere')} rows={everywhere} />
        <KeyList title={t('At a store')} rows={atStore} />
      </div>
    </>
  );
}

interface KeyListProps {
  title: string;
  rows: readonly { readonly keys: readonly string[]; readonly says: string }[];
}

function KeyList({ title, rows }: KeyListProps) {
  return (
    <section>
      <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>
      <dl className="key-list">
        {rows.map(({ keys, says }) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
