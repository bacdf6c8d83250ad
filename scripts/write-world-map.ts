import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoArea, geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { ROOT } from './run/command.ts';

/**
 * Writes the map that the panel of countries draws on: an SVG with one path per country, its id the code of ISO 3166. Outlines are
 * Natural Earth's (public domain), as `world-atlas` keeps them; countries too small for the coarse ones are dots.
 */
const WIDTH = 960;
const HEIGHT = 460;
const DOT = 2.2;
const ANTARCTICA = 'AQ';

const coarse = outlines('countries-110m.json').filter(({ code }) => code !== ANTARCTICA);
const known = new Set(coarse.map(({ code }) => code));
const small = outlines('countries-50m.json').filter(({ code }) => code !== ANTARCTICA && !known.has(code));

const projection = geoEqualEarth().fitExtent(
  [
    [2, 2],
    [WIDTH - 2, HEIGHT - 2],
  ],
  { type: 'FeatureCollection', features: coarse.map(({ outline }) => outline) },
);
const path = geoPath(projection).digits(1);

const shapes = [
  ...coarse.map(({ code, outline }) => `<path id="${code}" d="${path(outline) ?? ''}"/>`),
  ...small
    // What dots stand for is small, or it would have an outline.
    .filter(({ outline }) => geoArea(outline) < 0.01)
    .map(({ code, outline }) => {
      const [x, y] = path.centroid(outline).map(Math.round);
      return `<circle id="${code}" cx="${x}" cy="${y}" r="${DOT}"/>`;
    }),
];
const boxes = Object.fromEntries(
  [...coarse, ...small].map(({ code, outline }) => {
    const [[left, top], [right, bottom]] = path.bounds(mainland(outline));
    return [code, [left, top, right, bottom].map(Math.round)];
  }),
);
const boxesFile = join(ROOT, 'packages/cf-app/src/features/stats/panels/country-boxes.json');
writeFileSync(boxesFile, `${JSON.stringify(boxes)}\n`);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><g id="world">\n${shapes.join('\n')}\n</g></svg>\n`;
const file = join(ROOT, 'packages/cf-app/public/world.svg');
writeFileSync(file, svg);
console.log(`${file}: ${shapes.length} countries, ${svg.length} bytes`);

/** The largest part: France is not as wide as its overseas. */
function mainland(outline: Feature<Geometry>): Feature<Geometry> {
  const { geometry } = outline;
  if (geometry.type !== 'MultiPolygon') return outline;
  const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const [largest] = parts.toSorted((a, b) => geoArea(b) - geoArea(a));
  return largest ? { ...outline, geometry: largest } : outline;
}

/** What has a code; where two have the same, the larger one. */
function outlines(name: string): { readonly code: string; readonly outline: Feature<Geometry> }[] {
  const require = createRequire(import.meta.url);
  const world = JSON.parse(readFileSync(require.resolve(`world-atlas/${name}`), 'utf8')) as Topology<{
    countries: GeometryCollection;
  }>;
  const byCode = new Map<string, Feature<Geometry>>();
  for (const outline of feature(world, world.objects.countries).features) {
    const code = countries.numericToAlpha2(String(outline.id ?? ''));
    if (code === undefined) continue;
    const present = byCode.get(code);
    if (!present || geoArea(present) < geoArea(outline)) byCode.set(code, outline);
  }
  return [...byCode].map(([code, outline]) => ({ code, outline }));
}
