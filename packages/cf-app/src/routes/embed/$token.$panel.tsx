import { createFileRoute } from '@tanstack/react-router';
import { useEffect } from 'react';
import { EmbeddedOverview, EmbeddedPanel } from '#/features/share/embedded-panel.tsx';
import { NotShared } from '#/features/share/not-shared.tsx';
import { holdShared } from '#/features/share/shared-at.ts';
import { sharedHead } from '#/features/share/shared-head.ts';
import { loadShared, loadSharedPanel } from '#/features/share/shared.functions.ts';
import { PANEL_IDS, parseSearch } from '#/features/stats/view/search.schema.ts';

export const Route = createFileRoute('/embed/$token/$panel')({
  // Nothing of it is needed before it is opened.
  codeSplitGroupings: [['loader', 'component']],
  validateSearch: parseSearch,
  beforeLoad: async ({ params, cause }) => {
    const { sharedAt } = await import('#/features/share/shared-at.ts');
    return { shared: await sharedAt(params.token, true, cause) };
  },
  loader: async ({ params: { token, panel: name }, context, location }) => {
    if (!context.shared.ok) return null;
    const data = { token, search: parseSearch({ ...location.search }) };
    const panel = PANEL_IDS.find((one) => one === name);
    // Whatever else is named is the first screen.
    if (panel === undefined) {
      return { panel: null, report: await loadShared({ data: { ...data, withPanels: false } }) };
    }
    return { panel, part: await loadSharedPanel({ data: { ...data, panel } }) };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  head: ({ match: { context } }) => sharedHead(context),
  component: Embed,
});

function Embed() {
  const { token } = Route.useParams();
  const search = Route.useSearch();
  const { shared } = Route.useRouteContext();
  const loaded = Route.useLoaderData();
  useEffect(() => holdShared(token, shared), [token, shared]);
  if (!shared.ok) return <NotShared token={token} refusal={shared} />;
  if (!loaded) return null;
  const props = { token, shared, search };
  return loaded.panel === null ? (
    <EmbeddedOverview {...props} initial={loaded.report} />
  ) : (
    <EmbeddedPanel {...props} panel={loaded.panel} initial={loaded.part} />
  );
}
