/** Puts the functions of this folder together as the two scripts that a window's page starts with. */
import { createCloneCodec } from './clone-codec.ts';
import { startMainWorld } from './main-world.ts';
import type { WorldKeys } from './main-world.ts';
import { createMembrane } from './membrane.ts';
import { createPageEmitterClass } from './page-emitter.ts';
import { watchPageInput } from './page-input.ts';
import { startPreloadWorld } from './preload-world.ts';

export interface PageScripts {
  /** For the world of the page's own scripts. */
  readonly main: string;
  /** For the isolated world of the preload script. */
  readonly preload: string;
}

/** @param preload text of the preload script, in CommonJS; empty for a window without one */
export function pageScripts(keys: WorldKeys, preload: string, platform: string): PageScripts {
  const names = JSON.stringify(keys);
  const membrane = String(createMembrane);
  const body = `(require, process, exports, module, global) => {${preload}\n}`;
  const parts = `{
    keys: ${names},
    codec: (${String(createCloneCodec)})(),
    EventEmitter: (${String(createPageEmitterClass)})(),
    membraneOf: ${membrane},
    watchInput: ${String(watchPageInput)},
    platform: ${JSON.stringify(platform)},
  }`;
  return {
    main: `(${String(startMainWorld)})(globalThis, ${names}, ${membrane});`,
    preload: `(${String(startPreloadWorld)})(globalThis, ${parts}, ${body});`,
  };
}
