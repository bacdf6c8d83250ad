import { useHydrated } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { FINDING_WORDS, PROBLEM_WORDS } from './finding-words.ts';
import { verifyPage } from './install.functions.ts';
import type { Verified } from './install.ts';
import { INSTALL_REFUSED } from './refusal-words.ts';

type Outcome = Verified | 'failed' | null;

/** Has a page of the shop looked at, and says what is right and wrong with it. */
export function VerifyPanel({ slug, domains }: { slug: string; domains: readonly string[] }) {
  const t = useT();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);
  // Sent before the page listens, it would go into the address.
  const hydrated = useHydrated();

  async function verify(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get('address') ?? '');
    setBusy(true);
    setOutcome(await verifyPage({ data: { slug, address } }).catch(() => 'failed' as const));
    setBusy(false);
  }

  return (
    <section className="panel gap-3 p-(--pad)" aria-labelledby="verify">
      <h2 id="verify" className="text-md font-medium text-ink">
        {t('Verify')}
      </h2>
      <p className="max-w-[60ch] text-ink-2">
        {domains.length === 0
          ? t('The store has no domains yet, and takes events from none: an operator adds them.')
          : t(
              'We look at a page of the shop as a visitor would: is the snippet there, for this store, and does anything block it?',
            )}
      </p>
      <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => void verify(event)}>
        <Labelled label={t('Page of the shop')} className="min-w-70 flex-1">
          <input
            name="address"
            className="field"
            required
            maxLength={2000}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            defaultValue={domains[0] === undefined ? '' : `https://${domains[0]}/`}
            list="shop-domains"
          />
        </Labelled>
        <datalist id="shop-domains">
          {domains.map((domain) => (
            <option key={domain} value={`https://${domain}/`}>
              {domain}
            </option>
          ))}
        </datalist>
        <Button type="submit" look="primary" disabled={busy || !hydrated}>
          {busy ? t('Looking…') : t('Check the page')}
        </Button>
      </form>
      <output className="empty:hidden">
        {outcome === null || busy ? null : <Outcome outcome={outcome} />}
      </output>
    </section>
  );
}

function Outcome({ outcome }: { outcome: Exclude<Outcome, null> }) {
  const t = useT();
  if (outcome === 'failed') return <p className="text-warn">{t(INSTALL_REFUSED.failed)}</p>;
  if (!outcome.ok) return <p className="text-warn">{t(INSTALL_REFUSED[outcome.code])}</p>;
  if ('problem' in outcome) {
    return (
      <p className="text-warn">
        {t(PROBLEM_WORDS[outcome.problem], { status: String(outcome.status ?? '') })}
      </p>
    );
  }
  return (
    <ul className="grid gap-3" aria-label={t('Found on {host}', { host: outcome.host })}>
      {outcome.findings.map(({ code, detail = '' }) => {
        const { look, title, text } = FINDING_WORDS[code];
        const Icon = ICONS[look];
        return (
          <li key={code + detail} className="grid grid-cols-[20px_1fr] gap-x-2" data-finding={code}>
            <Icon size={16} aria-hidden className={COLOURS[look]} />
            <div>
              <b className="font-medium text-ink">{t(title)}</b>
              <p className="max-w-[60ch] text-ink-2">{t(text, { detail: detail || '–' })}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const ICONS = { good: CircleCheck, bad: CircleAlert, note: Info } as const;
const COLOURS = {
  good: 'mt-0.5 text-better',
  bad: 'mt-0.5 text-warn',
  note: 'mt-0.5 text-ink-3',
} as const;
