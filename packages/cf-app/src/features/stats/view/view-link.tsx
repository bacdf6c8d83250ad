import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { ButtonLook } from '#/components/button.tsx';
import { closeFloating } from '#/components/close-floating.ts';
import type { StatsSearch } from './search.schema.ts';

interface ViewLinkProps extends Pick<
  ComponentProps<'a'>,
  'title' | 'aria-label' | 'aria-current' | 'className' | 'children'
> {
  'data-look'?: ButtonLook;
  /** The whole state that the link leads to. */
  search: StatsSearch;
  /** Element to scroll to; without one the page stays where it is. */
  hash?: string;
}

/** A link to another state of the stats page. Works before any script runs, like any link. */
export function ViewLink({ search, hash, ...rest }: ViewLinkProps) {
  return (
    <Link
      {...rest}
      to="."
      search={search}
      {...(hash === undefined ? {} : { hash })}
      resetScroll={false}
      onClick={closeFloating}
      // The router marks links to the present page; which of them is "current" is decided by those who use this.
      activeProps={NOTHING}
      activeOptions={EXACT}
    />
  );
}

const NOTHING = {};
// Otherwise a link to fewer filters would count as present, since the present page has those too.
const EXACT = { exact: true };
