/**
 * A program: sends its parent what would go into the package for Debian. The tool that makes the package is a download, and
 * is not called. Arguments: a folder to take for Electron's runtime, an output folder.
 */
import { readFileSync } from 'node:fs';
import { build, Platform } from 'electron-builder';

export interface DebRecipe {
  /** Of fpm; those of the form `source=target` put files into the package. */
  readonly args: readonly string[];
  readonly desktopFile: string;
}

const [runtime = '', output = ''] = process.argv.slice(2);
await build({
  targets: Platform.LINUX.createTarget('deb'),
  publish: 'never',
  config: { extends: 'electron-builder.yml', electronDist: runtime, directories: { output } },
  effectiveOptionComputed: async ([args, file]: [readonly string[], string]) => {
    const recipe: DebRecipe = { args, desktopFile: readFileSync(file, 'utf8') };
    process.send?.(recipe);
    return true;
  },
});
process.disconnect();
