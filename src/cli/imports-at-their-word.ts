import { registerHooks } from 'node:module';

/**
 * From here on, relative imports of .ts files are taken at their word: no link is followed and no package looked up
 * for each. That is a sixth of a process that reads one draft. Not for the bot: all modules of its packages would
 * pass by here, and its start would take longer.
 */
export function takeImportsAtTheirWord(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const own = specifier.startsWith('.') && specifier.endsWith('.ts') && context.parentURL !== undefined;
      return own
        ? {
            url: new URL(specifier, context.parentURL).href,
            format: 'module-typescript',
            shortCircuit: true,
          }
        : nextResolve(specifier, context);
    },
  });
}
