import { requestTranslation } from '#/features/i18n/request-translation.server.ts';
import { pageBegun } from '#/features/stats/page-begun.server.ts';
import { failedRest } from './failed-document.server.ts';
import { headFirst } from './head-first.ts';
import { log } from './log.server.ts';

/** Answers with a page of the dashboard, of which the beginning may go ahead. */
export async function answerPage(request: Request): Promise<Response> {
  const [{ default: dashboard }, begun, t] = await Promise.all([
    import('@tanstack/react-start/server-entry'),
    pageBegun(),
    requestTranslation(),
  ]);
  if (begun === null) return dashboard.fetch(request);
  const failed = failedRest(t);
  return headFirst(begun, Promise.resolve(dashboard.fetch(request)).catch(missing), () => failed);
}

function missing(cause: unknown): null {
  log.error('request_failed', { cause: String(cause) });
  return null;
}
