import { buildTracker } from './build.ts';

const ID = 'virtual:lk.js';
const RESOLVED = `\0${ID}`;

/** Makes the built storefront script importable: `import { code, etag } from 'virtual:lk.js'`. */
export function trackerScript() {
  return {
    name: 'layerkick:tracker',
    resolveId: (id: string) => (id === ID ? RESOLVED : undefined),
    async load(id: string) {
      if (id !== RESOLVED) return undefined;
      const { code, etag } = await buildTracker();
      return `export const code = ${JSON.stringify(code)};\nexport const etag = ${JSON.stringify(etag)};\n`;
    },
  };
}
