/** What is said about doing something with several profiles at once. */
import type { ManyReply, RemoveManyReply, Toast } from '../../preload/replies.ts';
import { counted } from './counted.ts';
import { countedProfiles } from './list-words.ts';

export const selectionWords = {
  name: 'Selected profiles',
  count: (count: number) => `${count} selected`,
  refresh: (count: number) => `Refresh ${countedProfiles(count)} now`,
  signIn: (count: number) => `Sign in to ${countedProfiles(count)}`,
  tag: 'Change tags',
  export: 'Export',
  remove: 'Delete',
  clear: 'Clear the selection',
  all: (count: number) => `Select all ${count}`,
} as const;

export const tagDialogWords = {
  title: (count: number) => `Tags of ${countedProfiles(count)}`,
  new: 'New tag',
  newHelp: 'Several with commas between them.',
  existing: 'Tags',
  some: (count: number) => `on ${count}`,
  cancel: 'Cancel',
  apply: 'Save tags',
} as const;

export const removeDialogWords = {
  title: (count: number) => `Delete ${countedProfiles(count)}?`,
  text: 'Their secrets and tokens go with them, and sessions are ended where the server can be told. You can undo it for ten seconds.',
  cancel: 'Cancel',
  confirm: (count: number) => `Delete ${countedProfiles(count)}`,
  /** Names as they are read, the first few. */
  names(names: readonly string[]): string {
    const shown = names.slice(0, namedAtMost);
    const more = names.length - shown.length;
    return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  },
} as const;

const namedAtMost = 6;

/** What came of it as one message; the first failure stands for the others. */
function manyWords(done: string, undone: string, { failed }: ManyReply): Toast {
  const [first] = failed;
  if (first === undefined) return { kind: 'done', text: done };
  return { kind: 'failed', text: undone, detail: `${first.failure.what} ${first.failure.next}` };
}

export function refreshedWords(reply: ManyReply): Toast {
  const { doneIds, failed } = reply;
  const done = `${counted(doneIds.length, { one: 'profile has', other: 'profiles have' })} a fresh token`;
  const undone =
    doneIds.length === 0
      ? `${countedProfiles(failed.length)} could not be refreshed`
      : `${done}, ${failed.length} could not be refreshed`;
  return manyWords(done, undone, reply);
}

export function taggedWords(reply: ManyReply): Toast {
  const done = `Tags of ${countedProfiles(reply.doneIds.length)} changed`;
  return manyWords(done, `Tags of ${countedProfiles(reply.failed.length)} could not be changed`, reply);
}

export function restoredWords(reply: ManyReply): Toast {
  const done = `${counted(reply.doneIds.length, { one: 'profile is', other: 'profiles are' })} back`;
  return manyWords(done, `${countedProfiles(reply.failed.length)} could not be brought back`, reply);
}

export function removedWords(reply: RemoveManyReply): Toast {
  const { doneIds, failed, signedOut, warnings } = reply;
  const done = `${counted(doneIds.length, { one: 'profile is', other: 'profiles are' })} deleted`;
  if (failed.length > 0) return manyWords(done, `${done}, ${failed.length} could not be deleted`, reply);
  const [warning] = warnings;
  const signedOutWords = signedOut === 0 ? undefined : `You were signed out of ${countedProfiles(signedOut)} as well.`;
  const detail = warning ?? signedOutWords;
  return { kind: 'done', text: done, ...(detail === undefined ? {} : { detail }) };
}

export const undoWords = 'Undo';
