import { KeyRound, Webhook } from 'lucide-react';

/** The pages of settings, in the order of their navigation. */
export const SECTIONS = [
  { to: '/settings/keys', name: 'API keys', icon: KeyRound },
  { to: '/settings/sources', name: 'Sources', icon: Webhook },
] as const;
