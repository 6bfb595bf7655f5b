/** Whether the data folder belongs to this person alone. */
import type { FolderModes } from '../storage/folder-modes.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

export interface FolderParts {
  /** Undefined where there is none yet; throws `storage.folder_unusable`. */
  readonly modes: () => FolderModes | undefined;
  /** Of this process; undefined where the platform has no such thing, and then modes mean nothing. */
  readonly uid: number | undefined;
}

/** Others: group and everybody. */
const othersMask = 0o077;

export function folderCheck(parts: FolderParts): Check {
  return { area: 'folder', run: async () => look(parts) };
}

function look({ modes, uid }: FolderParts): readonly Finding[] {
  const area = 'folder';
  const found = modes();
  if (found === undefined)
    return [{ area, level: 'ok', what: 'There is no data folder yet; the first profile makes it.' }];
  if (uid === undefined) return [{ area, level: 'ok', what: 'The data folder can be read and written.' }];
  const foreign = found.entries.filter((entry) => entry.uid !== uid);
  const open = found.entries.filter(({ mode }) => (mode & othersMask) !== 0);
  // Nobody reaches what lies in a folder that is closed.
  const isFolderOpen = open.some(({ name }) => name === '.');
  const findings: Finding[] = [
    ...foreign.map(({ name }): Finding => ({
      area,
      level: 'problem',
      what: `${nameWords(name)} belongs to another user.`,
      next: 'Make it yours with chown: it was probably made by a command under sudo.',
    })),
    ...(isFolderOpen ? open : []).map(({ name, mode }): Finding => ({
      area,
      level: name === '.' ? 'warning' : 'problem',
      what: `${nameWords(name)} is open to other users of this machine (mode ${mode.toString(8).padStart(4, '0')}).`,
      next: `Close it: chmod ${name === '.' || name === 'logs' ? '700' : '600'} ${name === '.' ? 'on the data folder' : `on ${name}`}.`,
    })),
  ];
  if (findings.length > 0) return findings;
  return [{ area, level: 'ok', what: 'The data folder can be read and written, by you alone.' }];
}

function nameWords(name: string): string {
  return name === '.' ? 'The data folder' : `${name} in the data folder`;
}
