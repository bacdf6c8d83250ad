import { problemResponse } from '../problem.ts';

export function storeUnknown(slug: string): Response {
  return problemResponse({
    status: 404,
    code: 'store_unknown',
    title: `There is no store ${JSON.stringify(slug.slice(0, 80))}`,
  });
}
