import { cloudflare } from '@cloudflare/vite-plugin';
import { trackerScript } from '@layerkick/tracker/vite-plugin';
import { callsOnUse } from './build/calls-on-use.ts';
import { wholeZodApart } from './build/whole-zod-apart.ts';
import { moduleSizes } from './build/module-sizes.ts';
import tailwindcss from '@tailwindcss/vite';
import { tanstackStart } from '@tanstack/react-start/plugin/vite';
import viteReact from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** What every page begins with is one script: the many small ones that bundlers make of it compress worse, by 5 kB. */
const FIRST_SCRIPT = { name: 'app', tags: ['$initial' as const] };
/** So is what the stats page has in common with the pages and parts of it that are shared. */
const OF_FIGURES = {
  name: 'figures',
  test: /\/src\/(?:features\/(?:stats|shell|i18n|auth)|components)\/|\/packages\/stats\/src\//,
  minShareCount: 3,
};

export default defineConfig(({ command, mode }) => ({
  // The same port in development, preview and `npm start`: WorkOS redirect URLs name it.
  server: { host: '127.0.0.1', port: 3051, strictPort: true },
  // `vite build` is what is deployed; `vite build --mode localhost` is what runs and is tested here.
  build: { outDir: `dist/${mode}` },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [FIRST_SCRIPT, OF_FIGURES] } },
        },
      },
    },
  },
  define: { LOCAL_BUILD: JSON.stringify(command === 'serve' || mode === 'localhost') },
  plugins: [
    cloudflare({
      configPath: '../../wrangler.jsonc',
      config: { vars: localVars(command, mode) },
      viteEnvironment: { name: 'ssr' },
      // One state folder at the root, where `wrangler kv key put --local` writes too.
      persistState: { path: '../../.wrangler/state' },
    }),
    tailwindcss(),
    tanstackStart({
      importProtection: {
        behavior: 'error',
        include: ['src/**', '**/packages/*/src/**'],
        client: { specifiers: ['cloudflare:workers'] },
      },
    }),
    viteReact(),
    trackerScript(),
    callsOnUse(),
    wholeZodApart(),
    moduleSizes(),
  ],
}));

/**
 * Variables that only a local build has. wrangler takes from `.dev.vars` only what is declared, and what is declared in
 * wrangler.jsonc would be deployed.
 */
function localVars(command: 'build' | 'serve', mode: string): Record<string, string> {
  if (command === 'serve')
    return { WORKOS_API_URL: 'https://api.workos.com', DEMO_STOREFRONT: '0', DEV_BYPASS_AUTH: '0' };
  return mode === 'localhost' ? { WORKOS_API_URL: 'https://api.workos.com', DEMO_STOREFRONT: '0' } : {};
}
