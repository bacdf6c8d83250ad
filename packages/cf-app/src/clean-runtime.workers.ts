/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { inject, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    migrations: D1Migration[];
  }
}

// The files share one runtime. Each finds the modules and the stores as if it were the first, and the D1 schema as it
// will be in production.
vi.resetModules();
await reset();
await applyD1Migrations(env.DB, inject('migrations'));
