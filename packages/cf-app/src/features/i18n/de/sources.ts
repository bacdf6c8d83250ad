import type { Catalog } from '../translate.ts';

export default {
  'You have no access to a store of this name.': 'Sie haben keinen Zugang zu einem Shop dieses Namens.',
} satisfies Catalog;
