import type { Operation } from '../operation.ts';
import { realtimeAnswer } from '../schemas/realtime-answer.ts';
import { realtimeParameters } from '../schemas/realtime-parameters.ts';
import { storePath } from '../schemas/store-path.ts';

export const getRealtime = {
  method: 'GET',
  path: '/stores/{slug}/realtime',
  tag: 'Figures',
  summary: 'Who is in the shop',
  description:
    'Visitors and page views of the current minute and the 29 before it, and the pages they are on.',
  permission: 'stats:read',
  store: 'params.slug',
  write: false,
  params: storePath,
  query: realtimeParameters,
  answer: { kind: 'json', status: 200, schema: realtimeAnswer },
} as const satisfies Operation;
