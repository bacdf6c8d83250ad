import { useHydrated } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { leavePage } from '#/features/shell/sign-in.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { makeKey } from './keys.functions.ts';
import type { KeyScope } from './key-scopes.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { SCOPE_WORDS } from './scope-words.ts';

interface NewKeyFormProps {
  /** What may be chosen; none where the person may do nothing that a key can do. */
  scopes: readonly KeyScope[];
  made: (value: string) => void;
}

export function NewKeyForm({ scopes, made }: NewKeyFormProps) {
  const t = useT();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // Sent before the page listens, it would go into the address.
  const hydrated = useHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = scopes.filter((scope) => form.getAll('scope').includes(scope));
    if (chosen.length === 0) {
      setProblem(t('Choose what the key may do.'));
      return;
    }
    setBusy(true);
    setProblem(await make(String(form.get('name') ?? ''), chosen));
    setBusy(false);
  }

  /** What went wrong, for the person; null where they have their key or leave the page. */
  async function make(name: string, chosen: KeyScope[]): Promise<string | null> {
    try {
      const created = await makeKey({ data: { name, scopes: chosen } });
      if (created.ok) {
        made(created.value);
        return null;
      }
      if (created.code === 'sign_in_again') {
        location.assign(created.signIn);
        return null;
      }
      if (created.code === 'signed_out') {
        leavePage('signed_out');
        return null;
      }
      return `${t(REFUSAL_WORDS[created.code].title)}. ${t(REFUSAL_WORDS[created.code].text)}`;
    } catch {
      return t('That did not work. Check your connection and try again.');
    }
  }

  return (
    <form
      className="panel gap-4 p-(--pad)"
      onSubmit={(event) => void submit(event)}
      aria-labelledby="new-key"
    >
      <h2 id="new-key" className="text-md font-medium text-ink">
        {t('New key')}
      </h2>
      <Labelled label={t('Name')} className="max-w-90">
        <input
          name="name"
          required
          maxLength={80}
          placeholder={t('Warehouse')}
          autoComplete="off"
          className="field"
        />
      </Labelled>
      <fieldset className="grid gap-1.5">
        <legend className="pb-1.5 font-medium text-ink">{t('What it may do')}</legend>
        {scopes.map((scope, index) => (
          <div key={scope} className="flex items-baseline gap-2.5">
            <input
              type="checkbox"
              id={`scope-${scope}`}
              name="scope"
              value={scope}
              defaultChecked={index === 0}
              aria-describedby={`meaning-${scope}`}
            />
            <div>
              <label htmlFor={`scope-${scope}`} className="text-ink">
                {t(SCOPE_WORDS[scope].name)}
              </label>
              <p id={`meaning-${scope}`} className="text-ink-3">
                {t(SCOPE_WORDS[scope].meaning)}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <p role="alert" className="text-warn empty:hidden">
        {problem}
      </p>
      <div>
        <Button type="submit" look="primary" disabled={busy || !hydrated || scopes.length === 0}>
          {busy ? t('Making the key…') : t('Make the key')}
        </Button>
      </div>
    </form>
  );
}
