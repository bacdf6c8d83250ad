import { useState } from 'react';
import { RequestId } from '#/components/request-id.tsx';
import { useAuth } from '#/features/auth/use-auth.ts';
import { SectionHead } from '#/features/settings/settings-frame.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { CreatedKey } from './created-key.tsx';
import type { KeyList } from './keys.ts';
import { KeyTable } from './key-table.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { REFUSAL_WORDS } from './refusal-words.ts';

interface KeysPageProps {
  list: KeyList;
  /** Asks for the list again. */
  changed: () => Promise<void>;
}

/** Settings → API keys. */
export function KeysPage({ list, changed }: KeysPageProps) {
  const t = useT();
  const [created, setCreated] = useState<string | null>(null);
  return (
    <>
      <SectionHead title={t('API keys')}>
        {t(
          'For programs that read figures or send events. A key reaches the stores of your organization and does only what you choose.',
        )}{' '}
        <a href="/api/v1/docs" className="text-link">
          {t('What the API offers')}
        </a>
      </SectionHead>
      {list.ok ? (
        <div className="grid gap-5">
          {created === null ? (
            <NewKeyForm
              scopes={list.scopes}
              made={(value) => {
                setCreated(value);
                void changed();
              }}
            />
          ) : (
            <CreatedKey value={created} done={() => setCreated(null)} />
          )}
          <KeyTable keys={list.keys} complete={list.complete} changed={changed} />
        </div>
      ) : (
        <Refused refusal={list} />
      )}
    </>
  );
}

function Refused({ refusal }: { refusal: Extract<KeyList, { ok: false }> }) {
  const t = useT();
  const { organization } = useAuth();
  // Somebody in no organization may not either, but for another reason.
  const reason = refusal.code === 'forbidden' && organization === null ? 'no_organization' : refusal.code;
  return (
    <section className="panel p-(--pad)">
      <h2 className="text-md font-medium text-ink">{t(REFUSAL_WORDS[reason].title)}</h2>
      <p className="max-w-[60ch] pb-3 text-ink-2">{t(REFUSAL_WORDS[reason].text)}</p>
      <RequestId id={refusal.requestId} />
    </section>
  );
}
