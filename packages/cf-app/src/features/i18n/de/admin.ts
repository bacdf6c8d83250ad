import type { Catalog } from '../translate.ts';

export default {
  'Audit log': 'Protokoll',
} satisfies Catalog;
