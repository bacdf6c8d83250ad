import { useState } from 'react';
import { Button } from '#/components/button.tsx';
import { CopyButton } from '#/components/copy-button.tsx';
import { ProblemNote } from '#/features/admin/confirm/problem-note.tsx';
import { useChange } from '#/features/store-settings/use-change.ts';
import { Section } from '#/features/admin/section.tsx';
import type { T } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import type { Names } from '#/features/stats/filters/filter-name.ts';
import { filterText } from '#/features/stats/filters/filter-words.ts';
import { formatRange } from '#/features/stats/format/day.ts';
import { NewShareForm } from './new-share-form.tsx';
import { endShare } from './shares.functions.ts';
import type { ShareRow } from './shares.ts';

interface ShareListProps {
  slug: string;
  shares: readonly ShareRow[];
  /** How the values are called that links are narrowed to. */
  names: Names;
  changed: () => Promise<void>;
}

interface MadeLink {
  readonly url: string;
  /** Hosts whose pages may show it. */
  readonly embeds: boolean;
}

/** The links that lead to the store without signing in, and how to make one. */
export function ShareList({ slug, shares, names, changed }: ShareListProps) {
  const t = useT();
  const [made, setMade] = useState<MadeLink | null>(null);
  const good = shares.filter(({ revokedAt }) => revokedAt === null);
  const ended = shares.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <Section
      title={t('Shared links')}
      about={t('Whoever has a link reads the figures without signing in, and can change nothing.')}
    >
      {made === null ? null : <MadeNote made={made} done={() => setMade(null)} />}
      {shares.length === 0 ? null : (
        <ul className="divide-y divide-line">
          {[...good, ...ended].map((share) => (
            <ShareItem key={share.id} slug={slug} share={share} names={names} changed={changed} />
          ))}
        </ul>
      )}
      <NewShareForm
        slug={slug}
        made={async (link) => {
          setMade(link);
          await changed();
        }}
      />
    </Section>
  );
}

/** The only time a link is on a page. */
function MadeNote({ made: { url, embeds }, done }: { made: MadeLink; done: () => void }) {
  const t = useT();
  const frame = `<iframe src="${url.replace('/share/', '/embed/')}/overview" title="LayerKick" width="100%" height="560" style="border:0"></iframe>`;
  return (
    <div className="grid gap-2 rounded-md bg-inset p-3">
      <p className="text-ink">{t('Copy the link now. It is shown this once and kept nowhere.')}</p>
      <output className="snippet">
        <code>{url}</code>
        <CopyButton text={url} label={t('Copy the link')} />
      </output>
      {embeds ? (
        <>
          <p className="text-ink">
            {t(
              'For a page of yours: “overview” can also be “sources”, “products”, “pages”, “countries” or “devices”.',
            )}
          </p>
          <output className="snippet">
            <code>{frame}</code>
            <CopyButton text={frame} label={t('Copy the code')} />
          </output>
        </>
      ) : null}
      <div>
        <Button onClick={done}>{t('I have it')}</Button>
      </div>
    </div>
  );
}

interface ShareItemProps extends Omit<ShareListProps, 'shares'> {
  share: ShareRow;
}

function ShareItem({ slug, share, names, changed }: ShareItemProps) {
  const t = useT();
  const { busy, problem, act } = useChange();
  const { id, name, revokedAt } = share;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5" data-share={id}>
      <div className="me-auto min-w-0">
        <p className="truncate font-medium text-ink">{name}</p>
        <p className="text-ink-3">{about(share, names, t).join(' · ')}</p>
      </div>
      {revokedAt === null ? (
        <Button
          disabled={busy}
          aria-label={t('End the link {name}', { name })}
          onClick={() => void act(() => endShare({ data: { slug, id } }), changed)}
        >
          {t('End')}
        </Button>
      ) : null}
      <ProblemNote problem={problem} />
    </li>
  );
}

/** What there is to say of a link, in a few words each. */
function about(
  { createdAt, revokedAt, expiresAt, hasPassword, embedHosts, filters }: ShareRow,
  names: Names,
  t: T,
): string[] {
  return [
    revokedAt === null
      ? t('Made on {day}', { day: dayOf(createdAt, t) })
      : t('Ended on {day}', { day: dayOf(revokedAt, t) }),
    ...(expiresAt === null ? [] : [t('until {day}', { day: dayOf(expiresAt, t) })]),
    ...(hasPassword ? [t('with a password')] : []),
    ...(embedHosts.length === 0 ? [] : [t('on pages of {hosts}', { hosts: embedHosts.join(', ') })]),
    ...filters.map((filter) => filterText(filter, names, t)),
  ];
}

/** A day of the calendar everywhere, with its year. */
function dayOf(at: number, t: T): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return formatRange({ from: day, to: day }, '-', t);
}
