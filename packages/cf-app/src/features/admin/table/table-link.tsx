import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { TablePath } from './admin-path.ts';
import type { TableSearch } from './table-search.ts';

interface TableLinkProps extends Pick<
  ComponentProps<'a'>,
  'className' | 'children' | 'rel' | 'aria-current'
> {
  at: TablePath;
  /** The whole state that the link leads to. */
  search: TableSearch;
}

/** A link to another state of a table. */
export function TableLink({ at, search, ...rest }: TableLinkProps) {
  return (
    <Link {...rest} to={at} search={search} resetScroll={false} activeProps={NOTHING} activeOptions={EXACT} />
  );
}

// Which of the links is "current" is decided by those who use this.
const NOTHING = {};
const EXACT = { exact: true };
