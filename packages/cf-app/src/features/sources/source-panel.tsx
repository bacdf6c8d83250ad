import { type FormEvent, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { CopyButton } from '#/components/copy-button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { PLATFORM_NAMES, PLATFORM_STEPS } from './source-words.ts';
import { connect, disconnect } from './sources.functions.ts';
import type { SourceView } from './sources.ts';
import { useChange } from './use-change.ts';

interface SourcePanelProps {
  slug: string;
  source: SourceView;
  /** Nothing may be changed right now. */
  readOnly: boolean;
  changed: () => Promise<void>;
}

/** One platform: where it delivers to, its secret, and whether it is connected. */
export function SourcePanel({ slug, source, readOnly, changed }: SourcePanelProps) {
  const t = useT();
  const { platform, url, connectedAt } = source;
  const [secret, setSecret] = useState<string | null>(null);
  const { busy, problem, change } = useChange();
  const name = PLATFORM_NAMES[platform];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('secret') ?? '').trim();
    void change(
      () => connect({ data: { slug, platform, ...(given === '' ? {} : { secret: given }) } }),
      (connected) => {
        setSecret(connected.secret);
        return changed();
      },
    );
  }

  return (
    <section className="panel gap-3 p-(--pad)" aria-labelledby={`source-${platform}`}>
      <h2 id={`source-${platform}`} className="text-md font-medium text-ink">
        {name}{' '}
        {connectedAt === null ? null : <span className="font-normal text-ink-3">· {t('connected')}</span>}
      </h2>
      <p className="max-w-[60ch] text-ink-2">{t(PLATFORM_STEPS[platform])}</p>
      <output className="snippet">
        <code>{url}</code>
        <CopyButton text={url} label={t('Copy {name} address', { name })} />
      </output>
      {secret === null ? null : (
        <div>
          <p className="max-w-[60ch] pb-2 text-ink-2">{t('The secret, shown this once:')}</p>
          <output className="snippet">
            <code>{secret}</code>
            <CopyButton text={secret} label={t('Copy {name} secret', { name })} />
          </output>
        </div>
      )}
      <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
        {platform === 'shopify' ? (
          <Labelled label={t('Signing secret')} className="max-w-90">
            <input
              name="secret"
              type="password"
              required
              minLength={16}
              maxLength={200}
              autoComplete="off"
              className="field"
            />
          </Labelled>
        ) : null}
        <Button type="submit" look={connectedAt === null ? 'primary' : 'quiet'} disabled={busy || readOnly}>
          {connectedAt === null ? t('Connect {name}', { name }) : t('Replace the secret')}
        </Button>
        {connectedAt === null ? null : (
          <Button
            look="quiet"
            disabled={busy || readOnly}
            onClick={() => void change(() => disconnect({ data: { slug, platform } }), changed)}
          >
            {t('Disconnect')}
          </Button>
        )}
      </form>
      <p role="alert" className="text-warn empty:hidden">
        {problem}
      </p>
    </section>
  );
}
