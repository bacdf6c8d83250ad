import type { AnyRouter } from '@tanstack/react-router';
import { SECTIONS as CONSOLE } from '#/features/admin/sections.ts';
import type { VisibleStore } from '#/features/auth/person.ts';
import type { useAuth } from '#/features/auth/use-auth.ts';
import { chooseLanguage } from '#/features/i18n/language.ts';
import { LANGUAGE_IDS, LANGUAGES } from '#/features/i18n/languages.ts';
import { msg, type T } from '#/features/i18n/translate.ts';
import { SECTIONS as SETTINGS } from '#/features/settings/sections.ts';
import { chooseTheme } from '#/features/shell/theme.ts';
import { PERIOD_LABELS } from '#/features/stats/period/period-words.ts';
import { DIMENSION_WORDS } from '#/features/stats/view/dimension-words.ts';
import { filterKey, filtersOf, withoutFilter, withoutFilters } from '#/features/stats/view/filters.ts';
import { parseSearch, PERIODS, type StatsSearch } from '#/features/stats/view/search.schema.ts';
import { withComparison, withPeriod } from './period-keys.ts';

/** One line of the palette. `slug` and `domains` are what it is found by beside its name. */
export interface Command {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly slug: string;
  readonly run: () => void;
}

type Router = Pick<AnyRouter, 'navigate' | 'state'>;

/** What can be done on the page that the router is at, the likeliest first. */
export function commandsAt(router: Router, auth: ReturnType<typeof useAuth>, t: T): readonly Command[] {
  const stores = router.state.matches.map(storesOf).find((found) => found.length > 0) ?? [];
  const atStore = router.state.matches.at(-1)?.routeId === '/stats/$hash';
  return [
    ...(atStore ? ofStore(router, parseSearch(router.state.location.search), t) : []),
    ...(atStore ? beside(router, auth, t) : []),
    ...stores.map(({ slug, name }) => ({
      ...command(
        `store ${slug}`,
        name,
        t('Store'),
        () => void router.navigate({ to: '/stats/$hash', params: { hash: slug } }),
      ),
      slug,
    })),
    ...pages(router, auth, t),
    ...THEMES.map(({ theme, name }) =>
      command(`theme ${theme}`, t(name), t('Theme'), () => chooseTheme(theme)),
    ),
    ...LANGUAGE_IDS.map((language) =>
      command(`language ${language}`, LANGUAGES[language].name, t('Language'), () =>
        chooseLanguage(language),
      ),
    ),
    ...(auth.person ? [command('out', t('Sign out'), t('Account'), auth.signOut)] : []),
  ];
}

const THEMES = [
  { theme: 'system', name: msg('System') },
  { theme: 'light', name: msg('Light') },
  { theme: 'dark', name: msg('Dark') },
] as const;

function ofStore(router: Router, search: StatsSearch, t: T): Command[] {
  const go = (next: StatsSearch) => () =>
    void router.navigate({ from: '/stats/$hash', to: '.', search: next, resetScroll: false });
  const filters = filtersOf(search);
  return [
    ...PERIODS.map((period) =>
      command(`period ${period}`, t(PERIOD_LABELS[period]), t('Period'), go(withPeriod(search, period))),
    ),
    command(
      'compare',
      search.compare === 'none' ? t('Compare') : t('No comparison'),
      t('Comparison'),
      go(withComparison(search)),
    ),
    command('compare year', t('Same dates last year'), t('Comparison'), go({ ...search, compare: 'year' })),
    command(
      'compare weekdays',
      t('Matching weekdays'),
      t('Comparison'),
      go({ ...search, compare: 'weekdays' }),
    ),
    command('filter', t('Add filter'), t('Filters'), () =>
      document.getElementById('filter-form')?.showPopover(),
    ),
    ...filters.map((filter) =>
      command(
        `filter ${filterKey(filter.dimension, filter.op)}`,
        t('Remove the filter “{filter}”', { filter: t(DIMENSION_WORDS[filter.dimension].label) }),
        t('Filters'),
        go(withoutFilter(search, filter)),
      ),
    ),
    ...(filters.length > 1
      ? [command('filters', t('Clear all'), t('Filters'), go(withoutFilters(search)))]
      : []),
    command(
      'bots',
      search.bots ? t('Leave bots out again') : t('Count bots, too'),
      t('Filters'),
      go({ ...search, bots: search.bots ? undefined : true }),
    ),
  ];
}

/** The pages that belong to the store one is at. */
function beside(router: Router, auth: ReturnType<typeof useAuth>, t: T): Command[] {
  const params: object = router.state.matches.at(-1)?.params ?? {};
  const slug: unknown = 'hash' in params ? params.hash : null;
  if (typeof slug !== 'string') return [];
  const settings = () => void router.navigate({ to: '/settings/store', search: { store: slug } });
  return [
    command('live', t('Live view'), t('Page'), () => {
      void router.navigate({ to: '/stats/$hash/live', params: { hash: slug } });
    }),
    ...(auth.permissions?.includes('store:manage') === true
      ? [
          command('share', t('Share this store'), t('Settings'), settings),
          command('goals', t('Goals'), t('Settings'), settings),
        ]
      : []),
  ];
}

function pages(router: Router, auth: ReturnType<typeof useAuth>, t: T): Command[] {
  const to = (path: string) => () => void router.navigate({ to: path });
  const isOperator = auth.permissions?.includes('admin') ?? false;
  return [
    command('stores', t('All stores'), t('Page'), to('/stores')),
    command('organizations', t('Organizations'), t('Page'), to('/organizations')),
    ...SETTINGS.map((section) => command(section.to, t(section.name), t('Settings'), to(section.to))),
    ...(isOperator
      ? CONSOLE.map((section) =>
          command(section.to, t(section.name), t('Operators’ console'), to(section.to)),
        )
      : []),
  ];
}

function command(id: string, name: string, group: string, run: () => void): Command {
  return { id, name, group, slug: group, run };
}

/** A page's session has the stores that may be seen. */
function storesOf({ context }: { readonly context?: object }): readonly VisibleStore[] {
  const session: unknown = context && 'session' in context ? context.session : null;
  if (typeof session !== 'object' || session === null || !('stores' in session)) return [];
  return Array.isArray(session.stores) ? (session.stores as VisibleStore[]) : [];
}
