/** Shows the folder of the log in the system's own file manager. */
import { logFolder, makeLogFolder } from '../log/log-files.ts';
import type { Announce } from './announce.ts';

export interface OpenLogsParts {
  /** The data folder. */
  readonly home: string;
  /** That of Electron's shell: resolves with what went wrong, in the system's words; empty: nothing did. */
  readonly openPath: (path: string) => Promise<string>;
  readonly announce: Announce;
  /** Opens the window. */
  readonly open: () => void;
}

/** Never rejects; says where the log is when no program opens it. */
export function createOpenLogs({ home, openPath, announce, open }: OpenLogsParts): () => Promise<void> {
  return async () => {
    const folder = logFolder(home);
    // Where little is written there may be none yet.
    makeLogFolder(home);
    const problem = await openPath(folder).catch(() => 'it failed');
    if (problem === '') return;
    announce({ title: 'The logs could not be opened', body: `They are in ${folder}.` }, open);
  };
}
