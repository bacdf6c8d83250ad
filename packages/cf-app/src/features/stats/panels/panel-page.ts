import { organizationPrefix } from '#/lib/page-request.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import type { StatsSearch } from '../view/search.schema.ts';

/** What all panels of one answer have in common. */
export interface PanelPage {
  readonly slug: string;
  /** What addresses begin with: `/org/acme` below an organization's, and else nothing. */
  readonly prefix: string;
  /** The state that was answered, without a sheet over it: links go on from it. */
  readonly asked: StatsSearch;
  readonly currency: string;
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  readonly requestId: string;
  readonly mayExport: boolean;
  /** Connect the shop, among others: nobody who came by a shared link. */
  readonly mayManage: boolean;
}

export function panelPage(
  { auth, settings, now, requestId, mayExport }: StoreOfPage,
  asked: StatsSearch,
): PanelPage {
  const mayManage = auth.permissions.has('store:manage');
  return { ...settings, prefix: organizationPrefix(), asked, now, requestId, mayExport, mayManage };
}
