import { useState } from 'react';
import { ConfirmByName } from '#/features/admin/confirm/confirm-by-name.tsx';
import type { Degraded, Denial, SignInAgain } from '#/features/auth/person.ts';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { DeletionRefusal, DeletionStep } from '../delete-in-request.server.ts';
import type { DeletionReceipt } from '../deletion-record.server.ts';
import { Receipt } from '../deletion-receipt.tsx';

const REFUSED: Readonly<Record<string, Phrase>> = {
  store_unknown: msg('There is no such store any more.'),
  not_confirmed: msg('That is not the code of the store. Nothing was deleted.'),
  shared: msg('The store also belongs to somebody else. Ask us to delete it.'),
};

type Step = DeletionStep | DeletionRefusal | SignInAgain | Degraded | Denial;

interface DeleteStoreProps {
  slug: string;
  /** Does a piece of it, and is asked again until the receipt is there. */
  ask: (confirmed: string) => Promise<Step>;
  /** It was begun already. */
  begun?: boolean;
  /** Once the store is gone. */
  gone?: () => unknown;
}

/** Deletes a store for good and shows what was removed. */
export function DeleteStore({ slug, ask, begun = false, gone }: DeleteStoreProps) {
  const t = useT();
  const [receipt, setReceipt] = useState<DeletionReceipt | null>(null);
  if (receipt !== null) return <Receipt receipt={receipt} />;

  async function untilDone(): Promise<Step> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- each piece begins where the one before ended
      const step = await ask(slug);
      if (!step.ok || step.receipt !== null) return step;
    }
  }

  return (
    <div>
      <ConfirmByName
        label={begun ? t('Finish the deletion…') : t('Delete the store…')}
        title={t('Delete {slug}', { slug })}
        name={slug}
        action={t('Delete for good')}
        look="danger"
        words={(code) => {
          const words = REFUSED[code];
          return words === undefined ? undefined : t(words);
        }}
        ask={untilDone}
        done={(step) => {
          setReceipt(step.receipt);
          return gone?.();
        }}
      >
        <p>
          {t(
            'Every event and order of the store is deleted, from its database and from the archive. Nobody sees it any more, its shop platforms are disconnected, and what its script sends is refused.',
          )}
        </p>
        <p>{t('It cannot be undone. Export the data first if you may need it. Only the audit log stays.')}</p>
      </ConfirmByName>
    </div>
  );
}
