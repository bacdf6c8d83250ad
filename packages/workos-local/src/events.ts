import { Hono } from 'hono';
import { z } from 'zod';
import { formatEvent } from './emulator.ts';
import { cursorOf, pageParameters, unprocessable } from './page.ts';
import type { World } from './world.ts';

const eventsRequest = z.object({
  events: z
    .string('name the types of events to list')
    .min(1)
    .transform((value) => new Set(value.split(','))),
  organization_id: z.string().optional(),
  range_start: z.iso.datetime().optional(),
  range_end: z.iso.datetime().optional(),
  ...pageParameters,
});

/**
 * `GET /events`: what happened, oldest first, page by page with `after`. (The emulator's own ignores a list of types
 * and the range.)
 */
export function eventRoutes({ records }: World): Hono {
  return new Hono().get('/events', (context) => {
    const parsed = eventsRequest.safeParse(context.req.query());
    if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
    const {
      events,
      organization_id: organizationId,
      range_start: from,
      range_end: until,
      order = 'asc',
    } = parsed.data;
    const { data, list_metadata } = records.events.list({
      ...cursorOf(parsed.data),
      order,
      filter: (each) =>
        events.has(each.event) &&
        (organizationId === undefined || organizationOf(each) === organizationId) &&
        (from === undefined || Date.parse(each.created_at) >= Date.parse(from)) &&
        (until === undefined || Date.parse(each.created_at) < Date.parse(until)),
    });
    return context.json({ object: 'list', data: data.map(formatEvent), list_metadata });
  });
}

function organizationOf(event: { event: string; data: Record<string, unknown> }): unknown {
  return event.event.startsWith('organization.') ? event.data['id'] : event.data['organization_id'];
}
