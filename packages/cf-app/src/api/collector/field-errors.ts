import type { z } from 'zod';

/** What a schema found, by field as people write it: `items[2].price`. */
export function fieldErrors(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.slice(0, 10).map((issue) => ({
    field: issue.path.reduce<string>(
      (path, key) =>
        typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key),
      '',
    ),
    message: issue.message,
  }));
}
