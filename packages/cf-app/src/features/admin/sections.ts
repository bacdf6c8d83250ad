import { Activity, Building2, ScrollText, Store, Users } from 'lucide-react';
import { msg } from '#/features/i18n/translate.ts';

/** The pages of the operators' console, in the order of their navigation. */
export const SECTIONS = [
  { to: '/admin/stores', name: msg('Stores'), icon: Store },
  { to: '/admin/people', name: msg('People'), icon: Users },
  { to: '/admin/organizations', name: msg('Organizations'), icon: Building2 },
  { to: '/admin/audit', name: msg('Audit log'), icon: ScrollText },
  { to: '/admin/health', name: msg('Health'), icon: Activity },
] as const;
