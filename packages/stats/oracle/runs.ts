import { z } from 'zod';

/** Some forty questions are asked about each: more than 20,000 in all, in less than a minute of one core. */
const HISTORIES = 550;
/** A tenth of them is lived through by objects as well. */
const HISTORIES_OF_PARTS = 10;

const environment = z.object({
  ORACLE_HISTORIES: z.coerce.number().int().min(1).default(HISTORIES),
  ORACLE_SEED: z.coerce.number().int().optional(),
});

/** How many made up histories the engine is compared with the oracle on, and from which seed on. */
export interface OracleRuns {
  readonly histories: number;
  /** How many of them stores' objects live through. */
  readonly objects: number;
  readonly seed: number;
}

/** Every run looks at other histories, unless the environment names a seed. */
export function readRuns(
  env: Readonly<Record<string, string | undefined>>,
  random: () => number,
): OracleRuns {
  const { ORACLE_HISTORIES: histories, ORACLE_SEED: seed } = environment.parse(env);
  const objects = Math.ceil(histories / HISTORIES_OF_PARTS);
  return { histories, objects, seed: seed ?? Math.floor(random() * 0x7fffffff) };
}
