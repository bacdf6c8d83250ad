import type { PanelPage } from '../panel-page.ts';

/** The page that a panel is on, narrowed to a country. */
export const PAGE: PanelPage = {
  slug: 'fmdf',
  prefix: '',
  asked: { country: 'DE' },
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  now: 0,
  requestId: 'request-1',
  mayExport: true,
  mayManage: true,
};
