import { defaultStringifySearch } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { StatsSearch } from '../view/search.schema.ts';

interface StateLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** The whole state that the link leads to. */
  search: StatsSearch;
}

/**
 * A link to another state of the page, in what only the server renders. A plain one, relative to wherever the page is;
 * {@link Fragment} makes the browser follow it without leaving the page.
 */
export function StateLink({ search, children, ...rest }: StateLinkProps) {
  return (
    <a {...rest} href={stateHref(search)}>
      {children}
    </a>
  );
}

export function stateHref(search: StatsSearch): string {
  return defaultStringifySearch(search) || '?';
}
