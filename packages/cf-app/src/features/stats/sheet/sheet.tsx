import type { MetricId } from '@layerkick/stats/metrics';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { lazy, Suspense, use, useEffect, useRef, useState } from 'react';
import { leavePage } from '#/features/shell/sign-in.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { Fragment } from '../fragments/fragment.tsx';
import { FailedPanel } from '../panels/failed-panel.tsx';
import { StatsSource } from '../stats-source.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';
import type { SheetResult } from './sheet-result.ts';

const CardsEditor = lazy(async () => ({ default: (await import('../cards/cards-editor.tsx')).CardsEditor }));

interface SheetProps {
  slug: string;
  search: StatsSearch;
  /** What the server laid over the page, where it did. */
  initial: SheetResult | null;
  cards: readonly MetricId[];
  refresh: () => void;
}

/** All rows of a panel, what a figure is made of, or a choice: over the page, in the address, and closed by Back. */
export function Sheet({ slug, search, initial, cards, refresh }: SheetProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const { result, load } = useSheet(slug, search, initial);

  useEffect(() => {
    // The server has opened it as well as a page without scripts can.
    dialog.current?.removeAttribute('open');
    dialog.current?.showModal();
    // The sheet as a whole, since its first control closes it.
    dialog.current?.focus();
  }, []);

  const close = () => void navigate({ to: '.', search: withoutSheet(search), resetScroll: false });

  return (
    // What a pointer does beside it, Escape does as well.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      open
      tabIndex={-1}
      className="sheet"
      data-kind={search.show ?? 'explain'}
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <ViewLink search={withoutSheet(search)} className="icon-link sheet-close" aria-label={t('Close')}>
        <X size={16} aria-hidden />
      </ViewLink>
      {search.show === 'cards' ? (
        <Suspense>
          <CardsEditor slug={slug} cards={cards} saved={() => (refresh(), close())} />
        </Suspense>
      ) : result === null ? (
        <output className="sheet-loading">
          <span className="sr-only">{t('Loading figures')}</span>
          {['w-2/5', 'w-4/5', 'w-3/5', 'w-1/2'].map((width) => (
            <span key={width} className={`skeleton h-3.5 ${width}`} />
          ))}
        </output>
      ) : result.ok ? (
        <Fragment
          html={result.html}
          asked={result.search}
          search={search}
          className="sheet-body"
          retry={load}
        />
      ) : (
        <FailedPanel title={t('What you asked for')} requestId={result.requestId} retry={load} />
      )}
    </dialog>
  );
}

/** What lies over the page in its present state; the former stays until it is there. */
function useSheet(slug: string, search: StatsSearch, initial: SheetResult | null) {
  const [result, setResult] = useState(initial);
  const asked = useRef(0);
  const { loadSheet } = use(StatsSource);
  const key = JSON.stringify(search);
  const shown = useRef(initial?.ok ? JSON.stringify(initial.search) : '');

  async function load() {
    const turn = ++asked.current;
    const next = await loadSheet({ data: { slug, search } }).catch(() => null);
    if (turn !== asked.current) return;
    if (next && !next.ok && next.code !== 'unavailable') return leavePage(next.code);
    setResult(next ?? { ok: false, code: 'unavailable', requestId: '–' });
  }

  useEffect(() => {
    if (shown.current === key || search.show === 'cards') return;
    shown.current = key;
    void load();
    // A state is its key.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  return { result, load: () => void load() };
}
