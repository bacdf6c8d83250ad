import type { Catalog } from '../translate.ts';

export default {
  'API keys': 'API-Schlüssel',
  Install: 'Einbauen',
  Settings: 'Einstellungen',
  Sources: 'Quellen',
} satisfies Catalog;
