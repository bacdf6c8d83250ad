import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { readRuns } from './packages/stats/oracle/runs.ts';
import { trackerScript } from './packages/tracker/src/vite-plugin.ts';

const migrations = await readD1Migrations('./packages/cf-app/migrations');

// When a test hangs, not how fast it is: nothing here is measured, and machines are busy.
const PATIENCE = 60_000;

export default defineConfig({
  test: {
    // All of a small machine, too: of two cores one would be left out.
    maxWorkers: '100%',
    projects: [
      {
        define: { LOCAL_BUILD: 'true' },
        test: {
          name: 'unit',
          testTimeout: PATIENCE,
          isolate: false,
          include: ['packages/*/{src,oracle}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/*.workers.test.ts', 'packages/e2e/**', '**/node_modules/**'],
        },
      },
      {
        define: { LOCAL_BUILD: 'true' },
        plugins: [
          trackerScript(),
          cloudflareTest({
            main: './packages/cf-app/src/worker-under-test.ts',
            wrangler: { configPath: './wrangler.jsonc' },
            miniflare: {
              bindings: {
                APP_ORIGIN: 'http://localhost:3051',
                WORKOS_API_KEY: 'sk_test_layerkick',
                WORKOS_COOKIE_PASSWORD: 'a-password-for-tests-of-at-least-32-characters',
                OPS_TOKEN: 'a-token-for-tests-of-at-least-32-characters',
              },
            },
          }),
        ],
        test: {
          name: 'workers',
          testTimeout: PATIENCE,
          // A workerd for each file takes longer than the tests do; see the file that is set up.
          isolate: false,
          include: ['packages/*/src/**/*.workers.test.ts'],
          provide: { migrations, oracle: readRuns(process.env, Math.random) },
          setupFiles: ['packages/cf-app/src/clean-runtime.workers.ts'],
        },
      },
      {
        test: {
          name: 'built',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          include: ['packages/e2e/src/built/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'tracker',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          // Needs a browser and no Worker.
          include: ['packages/e2e/src/{tracker,fragments}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['packages/e2e/src/journeys/**/*.test.ts'],
          globalSetup: 'packages/e2e/src/journeys/world.ts',
          // They share one world, and a browser each is enough for a small machine.
          fileParallelism: false,
          testTimeout: PATIENCE,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
