import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useChange } from '#/features/store-settings/use-change.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { DIMENSION_WORDS } from '#/features/stats/view/dimension-words.ts';
import { makeShare } from './shares.functions.ts';

interface NewShareFormProps {
  slug: string;
  made: (link: { url: string; embeds: boolean }) => Promise<void>;
}

const LIVES = ['', '7', '30', '90', '365'] as const;
const DAY_MS = 86_400_000;

/** A link to make: what it is for, how long it is good, and what it is narrowed to. */
export function NewShareForm({ slug, made }: NewShareFormProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [dimension, setDimension] = useState<Dimension | ''>('');
  const { busy, problem, act } = useChange((code) =>
    code === 'too_many' ? t('A store has at most 100 links that are good. End one first.') : undefined,
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const days = Number(text('days'));
    const embedHosts = text('hosts')
      .split(/[\s,]+/)
      .filter(Boolean);
    const values = text('values')
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
    void act(
      () =>
        makeShare({
          data: {
            slug,
            name: text('name'),
            password: text('password') === '' ? null : text('password'),
            expiresAt: days === 0 ? null : Date.now() + days * DAY_MS,
            filters: dimension === '' || values.length === 0 ? [] : [{ dimension, op: 'is', values }],
            embedHosts,
          },
        }),
      async ({ url }) => {
        form.current?.reset();
        setDimension('');
        await made({ url, embeds: embedHosts.length > 0 });
      },
    );
  }

  return (
    <form ref={form} onSubmit={submit} className="grid gap-3 border-t border-line pt-3">
      <div className="flex flex-wrap gap-3">
        <label className="grid min-w-40 flex-1 gap-1.5">
          <span className="font-medium text-ink">{t('Name of the link')}</span>
          <input
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            placeholder={t('Our agency')}
            className="field"
          />
        </label>
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('Good for')}</span>
          <select name="days" className="field">
            {LIVES.map((days) => (
              <option key={days} value={days}>
                {days === '' ? t('as long as it is not ended') : t('{days} days', { days: Number(days) })}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('Password, if any')}</span>
          <input
            type="password"
            name="password"
            minLength={8}
            maxLength={200}
            autoComplete="new-password"
            className="field"
          />
        </label>
      </div>
      <div className="flex flex-wrap gap-3">
        <label className="grid gap-1.5">
          <span className="font-medium text-ink">{t('Narrowed to')}</span>
          <select
            className="field"
            value={dimension}
            onChange={({ currentTarget }) =>
              setDimension(DIMENSIONS.find((one) => one === currentTarget.value) ?? '')
            }
          >
            <option value="">{t('everything')}</option>
            {DIMENSIONS.map((one) => (
              <option key={one} value={one}>
                {t(DIMENSION_WORDS[one].label)}
              </option>
            ))}
          </select>
        </label>
        {dimension === '' ? null : (
          <label className="grid min-w-40 flex-1 gap-1.5">
            <span className="font-medium text-ink">{t('is one of (between commas)')}</span>
            <input name="values" required maxLength={2000} autoComplete="off" className="field" />
          </label>
        )}
        <label className="grid min-w-40 flex-1 gap-1.5">
          <span className="font-medium text-ink">{t('Sites that may show it inside their pages')}</span>
          <input
            name="hosts"
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            placeholder="www.example.com"
            className="field"
          />
        </label>
      </div>
      <ProblemNote problem={problem} />
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? t('Making the link…') : t('Make the link')}
        </Button>
      </div>
    </form>
  );
}
