import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { Calls } from './calls.ts';
import { faultSchema, type Faults } from './faults.ts';
import { settingsChangeSchema, type SettingsChange } from './settings.ts';

interface Controls {
  readonly calls: Calls;
  readonly faults: Faults;
  readonly configure: (settings: SettingsChange) => void;
  readonly reset: () => void;
}

/** `/_local/*`: what a test in another process does to this server. Nothing that a web page sends is obeyed. */
export function controlRoutes({ calls, faults, configure, reset }: Controls): Hono {
  return new Hono()
    .basePath('/_local')
    .use('*', async (context, next) => {
      if (context.req.header('origin') === undefined) return next();
      return context.json({ problems: ['web pages may not control this server'] }, 403);
    })
    .get('/calls', (context) => context.json(calls.all()))
    .get('/faults', (context) => context.json(faults.all()))
    .post('/faults', async (context) => {
      const fault = await bodyAs(context, faultSchema);
      if (!fault.success) return context.json(problems(fault.error), 400);
      faults.add(fault.data);
      return context.body(null, 204);
    })
    .delete('/faults', (context) => {
      faults.clear();
      return context.body(null, 204);
    })
    .put('/settings', async (context) => {
      const settings = await bodyAs(context, settingsChangeSchema);
      if (!settings.success) return context.json(problems(settings.error), 400);
      configure(settings.data);
      return context.body(null, 204);
    })
    .post('/reset', (context) => {
      reset();
      return context.body(null, 204);
    });
}

async function bodyAs<Schema extends z.ZodType>(context: Context, schema: Schema) {
  return schema.safeParse(await context.req.json().catch(() => null));
}

function problems(error: z.ZodError) {
  return { problems: error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`) };
}
