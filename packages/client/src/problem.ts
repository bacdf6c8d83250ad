import { z } from 'zod';

/** What every operation answers when it does not do what was asked: RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; what programs decide by.' }),
    title: z.string(),
    detail: z.string().optional().meta({ description: 'For people; may change.' }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'The fields at fault, by path: `items[2].price`.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered (RFC 9457).' });
export type Problem = z.output<typeof problem>;

/** The API did not do what was asked. */
export class ApiError extends Error {
  /** As in docs/api.md; `unreachable` and `unreadable` where no problem came. */
  readonly code: string;
  /** Null where nothing was answered. */
  readonly status: number | null;
  readonly problem: Problem | null;
  /** Under which the Worker's log says more. */
  readonly requestId: string | null;

  constructor(
    about: { code: string; message: string; response?: Response; problem?: Problem },
    options?: ErrorOptions,
  ) {
    super(about.message, options);
    this.name = 'ApiError';
    this.code = about.code;
    this.status = about.response?.status ?? null;
    this.problem = about.problem ?? null;
    this.requestId = about.response?.headers.get('x-request-id') ?? null;
  }
}
