export type StorageName = 'd1' | 'kv' | 'r2';
export type PartName = 'workos' | StorageName;

export interface PartHealth {
  /** `unknown` while nobody has looked, as on a machine where no scheduled job runs. */
  readonly state: 'up' | 'down' | 'unknown';
  /** Epoch ms. */
  readonly since?: number;
  readonly checkedAt?: number;
}

export interface Health {
  /** Epoch ms. */
  readonly at: number;
  /** `degraded`: something is missing, and most things work. `down`: people see error pages. */
  readonly status: 'ok' | 'degraded' | 'down';
  readonly parts: Readonly<Record<PartName, PartHealth>>;
}
