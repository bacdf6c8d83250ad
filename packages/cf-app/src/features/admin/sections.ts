import { Activity, ScrollText, Store } from 'lucide-react';

/** The pages of the operators' console, in the order of their navigation. */
export const SECTIONS = [
  { to: '/admin/stores', name: 'Stores', icon: Store },
  { to: '/admin/audit', name: 'Audit log', icon: ScrollText },
  { to: '/admin/health', name: 'Health', icon: Activity },
] as const;
