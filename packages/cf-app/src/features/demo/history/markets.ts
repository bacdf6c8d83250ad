import type { Place } from './people.ts';

type Row = readonly [weight: number, country: string, region: string, city: string];

function places(rows: readonly Row[]): readonly Place[] {
  return rows.map(([weight, country, region, city]) => ({ weight, country, region, city }));
}

/** Where a shop's visitors live. */
export const MARKETS: Readonly<Record<string, readonly Place[]>> = {
  fmdf: places([
    [13, 'DE', 'Berlin', 'Berlin'],
    [7, 'DE', 'Hamburg', 'Hamburg'],
    [9, 'DE', 'Bavaria', 'Munich'],
    [3, 'DE', 'Bavaria', 'Nuremberg'],
    [7, 'DE', 'North Rhine-Westphalia', 'Cologne'],
    [5, 'DE', 'North Rhine-Westphalia', 'Düsseldorf'],
    [3, 'DE', 'North Rhine-Westphalia', 'Münster'],
    [5, 'DE', 'Hesse', 'Frankfurt am Main'],
    [5, 'DE', 'Baden-Württemberg', 'Stuttgart'],
    [3, 'DE', 'Baden-Württemberg', 'Freiburg'],
    [3, 'DE', 'Saxony', 'Leipzig'],
    [3, 'DE', 'Lower Saxony', 'Hanover'],
    [8, 'AT', 'Vienna', 'Vienna'],
    [2, 'AT', 'Styria', 'Graz'],
    [2, 'AT', 'Salzburg', 'Salzburg'],
    [6, 'CH', 'Zurich', 'Zurich'],
    [2, 'CH', 'Bern', 'Bern'],
    [4, 'NO', 'Oslo', 'Oslo'],
    [2, 'NO', 'Vestland', 'Bergen'],
    [2, 'DK', 'Capital Region', 'Copenhagen'],
    [2, 'NL', 'North Holland', 'Amsterdam'],
    [1, 'SE', 'Stockholm', 'Stockholm'],
    [1, 'FR', 'Île-de-France', 'Paris'],
    [1, 'GB', 'England', 'London'],
    [1, '', '', ''],
  ]),
  northwind: places([
    [22, 'GB', 'England', 'London'],
    [10, 'GB', 'England', 'Manchester'],
    [8, 'GB', 'England', 'Leeds'],
    [6, 'GB', 'England', 'Bristol'],
    [8, 'GB', 'Scotland', 'Edinburgh'],
    [6, 'GB', 'Scotland', 'Glasgow'],
    [5, 'GB', 'Wales', 'Cardiff'],
    [3, 'GB', 'Northern Ireland', 'Belfast'],
    [5, 'IE', 'Leinster', 'Dublin'],
    [2, 'NL', 'South Holland', 'Rotterdam'],
    [2, 'DE', 'Bavaria', 'Munich'],
    [2, 'US', 'Colorado', 'Denver'],
  ]),
};
