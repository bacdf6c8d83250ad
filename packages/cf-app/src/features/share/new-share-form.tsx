import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#/components/button.tsx';
import { Labelled } from '#/components/labelled.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useChange } from '#/features/store-settings/use-change.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { filtersOf, questionFilters } from '#/features/stats/view/filters.ts';
import type { StatsSearch } from '#/features/stats/view/search.schema.ts';
import { LockedFilters } from './locked-filters.tsx';
import { makeShare } from './shares.functions.ts';

interface NewShareFormProps {
  slug: string;
  made: (link: { url: string; embeds: boolean }) => Promise<void>;
}

const LIVES = ['', '7', '30', '90', '365'] as const;
const DAY_MS = 86_400_000;
const FORM = 'new-share';

/** Narrowed to nothing, with the values of so many days to choose from. */
const EVERYTHING: StatsSearch = { period: '90d' };

/** A link to make: what it is for, how long it is good, and what it is narrowed to. */
export function NewShareForm({ slug, made }: NewShareFormProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [locked, setLocked] = useState(EVERYTHING);
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
    void act(
      () =>
        makeShare({
          data: {
            slug,
            name: text('name'),
            password: text('password') === '' ? null : text('password'),
            expiresAt: days === 0 ? null : Date.now() + days * DAY_MS,
            filters: questionFilters(filtersOf(locked)),
            embedHosts,
          },
        }),
      async ({ url }) => {
        form.current?.reset();
        setLocked(EVERYTHING);
        await made({ url, embeds: embedHosts.length > 0 });
      },
    );
  }

  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <form id={FORM} ref={form} onSubmit={submit} className="flex flex-wrap gap-3">
        <Labelled label={t('Name of the link')} className="min-w-40 flex-1">
          <input
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            placeholder={t('Our agency')}
            className="field"
          />
        </Labelled>
        <Labelled label={t('Good for')}>
          <select name="days" className="field">
            {LIVES.map((days) => (
              <option key={days} value={days}>
                {days === '' ? t('as long as it is not ended') : t('{days} days', { days: Number(days) })}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('Password, if any')}>
          <input
            type="password"
            name="password"
            minLength={8}
            maxLength={200}
            autoComplete="new-password"
            className="field"
          />
        </Labelled>
        <Labelled label={t('Sites that may show it inside their pages')} className="min-w-60 flex-1">
          <input
            name="hosts"
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            placeholder="www.example.com"
            className="field"
          />
        </Labelled>
      </form>
      <section className="grid gap-1.5">
        <h3 className="font-medium text-ink">{t('Narrowed to')}</h3>
        <LockedFilters slug={slug} locked={locked} onChange={setLocked} />
      </section>
      <ProblemNote problem={problem} />
      <div>
        <Button type="submit" form={FORM} look="primary" disabled={busy}>
          {busy ? t('Making the link…') : t('Make the link')}
        </Button>
      </div>
    </div>
  );
}
