import { Check } from 'lucide-react';
import type { StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';

interface MenuLinkProps {
  search: StatsSearch;
  current: boolean;
  children: string;
}

/** One of several, ticked where it is chosen. */
export function MenuLink({ search, current, children }: MenuLinkProps) {
  return (
    <ViewLink search={search} className="menu-item" aria-current={current ? 'true' : undefined}>
      {children}
      {current ? <Check size={14} aria-hidden className="ms-auto text-accent" /> : null}
    </ViewLink>
  );
}
