/**
 * A program: sends its parent what would go into the packages for Linux. The tools that make them are downloads, and are not
 * called. Arguments: a folder to take for Electron's runtime, an output folder.
 */
import { readFileSync } from 'node:fs';
import { build, Platform } from 'electron-builder';

/** One message for each package. */
export interface LinuxRecipe {
  readonly target: 'deb' | 'AppImage';
  /** Of fpm, for deb; those of the form `source=target` put files into the package. */
  readonly args: readonly string[];
  readonly desktopFile: string;
}

/** What electron-builder has ready just before it calls the tool: of deb, arguments and a path; of AppImage, a text. */
type Computed = readonly [readonly string[], string] | { readonly desktop: string };

function recipeOf(computed: Computed): LinuxRecipe {
  if ('desktop' in computed) return { target: 'AppImage', args: [], desktopFile: computed.desktop };
  const [args, path] = computed;
  return { target: 'deb', args, desktopFile: readFileSync(path, 'utf8') };
}

const [runtime = '', output = ''] = process.argv.slice(2);
await build({
  targets: Platform.LINUX.createTarget(['deb', 'AppImage']),
  publish: 'never',
  config: { extends: 'electron-builder.yml', electronDist: runtime, directories: { output } },
  effectiveOptionComputed: async (computed: Computed) => {
    process.send?.(recipeOf(computed));
    return true;
  },
});
process.disconnect();
