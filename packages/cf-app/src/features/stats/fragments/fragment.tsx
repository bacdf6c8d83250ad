import { useNavigate, useRouter } from '@tanstack/react-router';
import { type MouseEvent, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { parseSearch, type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { noteName } from '../filters/filter-name.ts';
import { goOn } from './go-on.ts';
import { replaceContent } from './kept-focus.ts';

interface FragmentProps {
  /** What the server rendered for the state `asked`. */
  html: string;
  asked: StatsSearch;
  /** The state of the page, which links go on from. */
  search: StatsSearch;
  className?: string;
  retry: () => void;
}

/**
 * A part of the page that only the server renders: the browser gets the HTML and none of the code that makes it. Its links
 * are plain ones, and its forms too; followed here, they change the page's state and leave the document standing.
 */
export function Fragment({ html, asked, search, className, retry }: FragmentProps) {
  const root = useRef<HTMLDivElement>(null);
  const [first] = useState(html);
  const shown = useRef(html);
  const router = useRouter();
  const navigate = useNavigate();

  useLayoutEffect(() => {
    if (!root.current || shown.current === html) return;
    shown.current = html;
    replaceContent(root.current, html);
  }, [html]);

  function follow(query: string, replace: boolean) {
    const target = parseSearch(router.options.parseSearch(query));
    void navigate({ to: '.', search: goOn(search, asked, target), replace, resetScroll: false });
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    if (!link) return explainCell(event.target);
    if (link.pathname !== location.pathname || link.hasAttribute('download')) return;
    event.preventDefault();
    if (link.dataset['retry'] !== undefined) return retry();
    const named = link.closest<HTMLElement>('[data-row]');
    const dimension = link.closest<HTMLElement>('[data-dimension]')?.dataset['dimension'];
    if (named && dimension !== undefined) noteName(dimension, named.dataset['row'] ?? '', link.title);
    follow(link.search, false);
  }

  /** A figure opens what it is made of. By the keyboard: the row as a filter, then the figure's heading. */
  function explainCell(target: Element) {
    const row = target.closest<HTMLElement>('td[data-metric]')?.closest<HTMLElement>('[data-row]');
    const metric = target.closest<HTMLElement>('td[data-metric]')?.dataset['metric'];
    const dimension = row?.closest<HTMLElement>('[data-dimension]')?.dataset['dimension'];
    if (metric === undefined || dimension === undefined) return;
    const next = parseSearch({
      ...withoutSheet(search),
      explain: metric,
      row: `${dimension}:${row?.dataset['row'] ?? ''}`,
    });
    void navigate({ to: '.', search: next, resetScroll: false });
  }

  function onForm(event: SyntheticEvent<HTMLElement>) {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (!form || form.method !== 'get') return;
    event.preventDefault();
    const words = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    );
    follow(`?${new URLSearchParams(words)}`, true);
  }

  return (
    // Links and fields inside are what takes part in the keyboard's order; this listens to them.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      className={className}
      onClick={onClick}
      onInput={onForm}
      onSubmit={onForm}
      dangerouslySetInnerHTML={{ __html: first }}
    />
  );
}
