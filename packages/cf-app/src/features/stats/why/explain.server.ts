import { askWhy, type ChangeSelection } from '@layerkick/stats/change/ask-why';
import type { ChangeExplained } from '@layerkick/stats/change/explain-change';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { countryName } from '../row-labels.server.ts';
import type { Explained } from './explained.ts';

/** Why net sales changed, with countries by their names. What fails leaves the rest of the page standing. */
export async function explain(
  selection: ChangeSelection,
  ask: (queries: readonly StatsQuery[]) => Promise<readonly StatsAnswer[]>,
  failed: (cause: unknown) => void,
): Promise<Explained> {
  if (selection.compare === undefined) return { ok: true, explained: null };
  try {
    const explained = await askWhy(ask, selection);
    return { ok: true, explained: explained && withCountries(explained) };
  } catch (cause) {
    failed(cause);
    return { ok: false };
  }
}

function withCountries(explained: ChangeExplained): ChangeExplained {
  return {
    ...explained,
    factors: explained.factors.map((factor) => ({
      ...factor,
      parts: {
        ...factor.parts,
        ...(factor.parts.country && {
          country: factor.parts.country.map((part) => {
            const label = countryName(part.value ?? '');
            return label === undefined ? part : { ...part, label };
          }),
        }),
      },
    })),
  };
}
