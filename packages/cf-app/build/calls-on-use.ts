import type { Plugin } from 'vite';

const STUB = '\0calls-on-use';

/**
 * What calls server functions (an encoder and a decoder of everything that JavaScript has, 11 kB gzip) is loaded with
 * the first call: a page that the server rendered needs it only when somebody does something.
 */
export function callsOnUse(): Plugin {
  let fetcher = '';
  return {
    name: 'calls-on-use',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      if (!source.endsWith('/serverFnFetcher.js') || importer === undefined) return null;
      if (!/\/start-client-core\/.*\/createClientRpc\.js$/.test(importer)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (found === null) return null;
      fetcher = found.id;
      return STUB;
    },
    load(id) {
      if (id !== STUB) return null;
      return `
        let loading;
        // Kept: importing again what is there takes a turn of the browser, in which it may lay out and paint before the call.
        const load = () =>
          (loading ??= import(${JSON.stringify(fetcher)}).catch((cause) => {
            loading = undefined;
            throw cause;
          }));
        // Once the browser has nothing else to do, so that the first click need not wait.
        (globalThis.requestIdleCallback ?? setTimeout)(() => void load().catch(() => undefined));
        export async function serverFnFetcher(...call) {
          return (await load()).serverFnFetcher(...call);
        }`;
    },
  };
}
