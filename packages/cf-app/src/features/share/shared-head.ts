import type { T } from '#/features/i18n/translate.ts';
import type { SharedStore, ShareRefusal } from './shared.ts';

/** What the pages that a link leads to have in their head. The address holds the token: no other site that somebody goes on to learns it. */
export function sharedHead({ shared, t }: { shared: SharedStore | ShareRefusal; t: T }) {
  return {
    meta: [
      { title: `${shared.ok ? shared.store.name : t('Shared page')} · LayerKick` },
      { name: 'referrer', content: 'same-origin' },
    ],
  };
}
