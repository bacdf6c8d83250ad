import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes what each script of the browser's build is made of to `module-sizes.json` beside the build, for the test that
 * weighs the stats page: a module that is too heavy should have a name.
 */
export function moduleSizes(): Plugin {
  return {
    name: 'module-sizes',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir = '' }, bundle) {
      const sizes = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk'
          ? [
              [
                part.fileName,
                Object.entries(part.modules).map(([id, { renderedLength }]) => [named(id), renderedLength]),
              ] as const,
            ]
          : [],
      );
      writeFileSync(join(dir, '..', 'module-sizes.json'), JSON.stringify(Object.fromEntries(sizes)));
    },
  };
}

/** From the package on, without where it is installed. */
function named(id: string): string {
  return id.replaceAll('\0', '').replace(/^.*\/(?:node_modules|packages)\//, '');
}
