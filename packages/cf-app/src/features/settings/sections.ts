import { Code, FileInput, KeyRound, Store, Webhook } from 'lucide-react';
import { msg } from '#/features/i18n/translate.ts';

/** The pages of settings, in the order of their navigation. */
export const SECTIONS = [
  { to: '/settings/store', name: msg('Store'), icon: Store },
  { to: '/settings/install', name: msg('Install'), icon: Code },
  { to: '/settings/keys', name: msg('API keys'), icon: KeyRound },
  { to: '/settings/sources', name: msg('Sources'), icon: Webhook },
  { to: '/settings/imports', name: msg('Imports'), icon: FileInput },
] as const;
