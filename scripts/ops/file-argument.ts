import { resolve } from 'node:path';

/** A path as the person typed it: npm runs scripts in the project's folder, not in theirs. */
export function fromWhereThePersonStands(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
