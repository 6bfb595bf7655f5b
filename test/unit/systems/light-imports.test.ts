import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../../main');

/** Packages that a module loads, itself or through others; types and `import()` load nothing. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gm);
  for (const [, specifier = ''] of statements) {
    if (!specifier.startsWith('.')) found.add(specifier);
    else for (const name of packagesOf(join(dirname(file), specifier), seen)) found.add(name);
  }
  return found;
}

it.each(['systems/registry.ts', 'systems/required-secrets.ts', 'snippets/snippet.ts', 'settings/settings.ts'])(
  '%s, which every printed token loads, does not load the validation library',
  (module) => {
    expect(packagesOf(join(main, module))).not.toContain('valibot');
  },
);

it('notices the validation library where it is loaded', () => {
  expect(packagesOf(join(main, 'systems/validate.ts'))).toContain('valibot');
});
