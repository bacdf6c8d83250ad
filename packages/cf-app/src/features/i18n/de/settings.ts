import type { Catalog } from '../translate.ts';

export default {
  'API keys': 'API-Schlüssel',
  Settings: 'Einstellungen',
  Sources: 'Quellen',
} satisfies Catalog;
