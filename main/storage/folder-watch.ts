/** Notices that somebody wrote to one of some files, without polling. */
import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';

/**
 * Calls back soon after one of `files` in `folder` was written or touched, once for a burst. Where the system has no
 * watch to give (limits, network folders), nothing is ever called. Returns the function that ends it.
 */
export function watchFiles(folder: string, files: readonly string[], changed: () => void): () => void {
  let pending: NodeJS.Immediate | undefined;
  let watcher: FSWatcher | undefined;
  const stop = () => {
    watcher?.close();
    clearImmediate(pending);
  };
  try {
    // Some systems leave out the name.
    watcher = watch(folder, (_event, file) => {
      if (file !== null && !files.includes(file)) return;
      pending ??= setImmediate(() => {
        pending = undefined;
        changed();
      });
    });
    watcher.on('error', stop);
  } catch {
    return () => undefined;
  }
  return stop;
}
