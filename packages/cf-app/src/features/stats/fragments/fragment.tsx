import { useNavigate, useRouter } from '@tanstack/react-router';
import {
  lazy,
  type MouseEvent,
  Suspense,
  type SyntheticEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { noteName } from '../filters/filter-name.ts';
import { excluding, including } from '../view/filters.ts';
import { parseSearch, type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { goOn } from './go-on.ts';
import { replaceContent } from './kept-focus.ts';
import { type NamedRow, rowAt } from './named-row.ts';

const RowFilter = lazy(() => import('../filters/row-filter.tsx'));

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
 * are plain ones, and its forms too; followed here, they change the page's state and leave the document standing. What stands
 * for a value is left out of the page with Alt, and shown beside others with Shift.
 */
export function Fragment({ html, asked, search, className, retry }: FragmentProps) {
  const root = useRef<HTMLDivElement>(null);
  const [first] = useState(html);
  const [opened, setOpened] = useState<{ row: NamedRow; opener: HTMLElement } | null>(null);
  const shown = useRef(html);
  const router = useRouter();
  const navigate = useNavigate();

  useLayoutEffect(() => {
    if (!root.current || shown.current === html) return;
    shown.current = html;
    replaceContent(root.current, html);
  }, [html]);

  function show(state: StatsSearch, replace = false) {
    void navigate({ to: '.', search: state, replace, resetScroll: false });
  }

  function follow(query: string, replace: boolean) {
    show(goOn(search, asked, parseSearch(router.options.parseSearch(query))), replace);
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey) return;
    if (!(event.target instanceof Element)) return;
    // In the map they are SVG's.
    const link = event.target.closest<HTMLElement | SVGElement>('a, [data-more]');
    if (!link) return event.altKey || event.shiftKey ? undefined : explainCell(event.target);
    const row = rowAt(link);
    if (row) noteName(row.dimension, row.value, row.name);
    if (row && link instanceof HTMLButtonElement) return setOpened({ row, opener: link });
    const to = new URL(link.getAttribute('href') ?? '', location.href);
    if (to.pathname !== location.pathname || link.hasAttribute('download')) return;
    const change = event.altKey ? excluding : event.shiftKey ? including : null;
    // Otherwise the browser opens a window, or keeps the page as a file.
    if (change && !row) return;
    event.preventDefault();
    if (change && row) return show(change(withoutSheet(search), row.dimension, row.value));
    if (link.dataset['retry'] !== undefined) return retry();
    follow(to.search, false);
  }

  /** A figure opens what it is made of. By the keyboard: the row as a filter, then the figure's heading. */
  function explainCell(target: Element) {
    const cell = target.closest<HTMLElement>('td[data-metric]');
    const row = cell && rowAt(cell);
    if (!row) return;
    show(
      parseSearch({
        ...withoutSheet(search),
        explain: cell.dataset['metric'],
        row: `${row.dimension}:${row.value}`,
      }),
    );
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
    <>
      {/* Links and fields inside are what takes part in the keyboard's order; this listens to them. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={root}
        className={className}
        onClick={onClick}
        onInput={onForm}
        onSubmit={onForm}
        dangerouslySetInnerHTML={{ __html: first }}
      />
      {opened === null ? null : (
        <Suspense>
          <RowFilter {...opened} search={search} closed={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
