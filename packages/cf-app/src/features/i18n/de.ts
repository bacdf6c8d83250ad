import type { Catalog } from './translate.ts';

/** One file for each folder of `features`, so that work on one does not meet work on another. */
const files = import.meta.glob<Catalog>('./de/*.ts', { eager: true, import: 'default' });

export const catalog: Catalog = Object.assign({}, ...Object.values(files));
