import type { Catalog } from '../translate.ts';

export default {
  Health: 'Zustand',
} satisfies Catalog;
