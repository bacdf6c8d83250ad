import type { Plugin } from 'vite';

const MARK = '?whole';

/**
 * Gives what uses all of zod in the browser, on demand, a copy of its own. Pages begin with `zod/mini`, and shared modules
 * would bring into every page what only a file's import needs, 10 kB gzip.
 */
export function wholeZodApart(): Plugin {
  return {
    name: 'whole-zod-apart',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      const within = importer?.endsWith(MARK) ?? false;
      if (source !== 'zod' && !within) return null;
      const from = within ? importer?.slice(0, -MARK.length) : importer;
      const found = await this.resolve(source, from, { ...options, skipSelf: true });
      return found === null ? null : { ...found, id: `${found.id}${MARK}` };
    },
  };
}
