import { z } from 'zod';

/** Half a minute's worth on two cores. */
const HISTORIES = 100;

const environment = z.object({
  ORACLE_HISTORIES: z.coerce.number().int().min(1).default(HISTORIES),
  ORACLE_SEED: z.coerce.number().int().optional(),
});

/** How many made up histories the engine is compared with the oracle on, and from which seed on. */
export interface OracleRuns {
  readonly histories: number;
  readonly seed: number;
}

/** Every run looks at other histories, unless the environment names a seed. */
export function readRuns(
  env: Readonly<Record<string, string | undefined>>,
  random: () => number,
): OracleRuns {
  const { ORACLE_HISTORIES: histories, ORACLE_SEED: seed } = environment.parse(env);
  return { histories, seed: seed ?? Math.floor(random() * 0x7fffffff) };
}
