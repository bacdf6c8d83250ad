import { askWhy, type ChangeSelection } from '@layerkick/stats/change/ask-why';
import type { ChangeExplained } from '@layerkick/stats/change/explain-change';
import { countryName } from '../row-labels.server.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import type { Explained } from './explained.ts';

/** Why net sales changed, with countries by their names. What fails leaves the rest of the page standing. */
export async function explain(selection: ChangeSelection, store: StoreOfPage): Promise<Explained> {
  if (selection.compare === undefined) return { ok: true, explained: null };
  const explained = await store.attempt('why', () => askWhy(store.ask, selection));
  if (explained === null) return { ok: false };
  return { ok: true, explained: withCountries(explained, store.t.locale) };
}

function withCountries(explained: ChangeExplained, locale: string): ChangeExplained {
  return {
    ...explained,
    factors: explained.factors.map((factor) => ({
      ...factor,
      parts: {
        ...factor.parts,
        ...(factor.parts.country && {
          country: factor.parts.country.map((part) => {
            const label = countryName(part.value ?? '', locale);
            return label === undefined ? part : { ...part, label };
          }),
        }),
      },
    })),
  };
}
