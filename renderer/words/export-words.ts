/** What the export says. */
import type { ExportReply } from '../../preload/import-views.ts';
import type { Toast } from '../../preload/replies.ts';
import { counted } from './counted.ts';

const profileNoun = { one: 'profile', other: 'profiles' } as const;

export const exportWords = {
  open: 'Export profiles',
  title: (count: number | null) => (count === null ? 'Export all profiles' : `Export ${counted(count, profileNoun)}`),
  text: 'For another machine, or for colleagues. Signed-in sessions stay on this machine.',
  what: 'What the file holds',
  plainTitle: 'Definitions alone',
  plainText: 'No secrets: it may be shared, and kept in a repository.',
  sealedTitle: 'Definitions and secrets',
  sealedText: 'Encrypted with a passphrase: whoever has both has your access.',
  passphrase: 'Passphrase',
  again: 'The same again',
  lostTitle: 'Nobody can bring it back',
  lostText: 'Without the passphrase the file is of no use. Send it another way than the file.',
  cancel: 'Cancel',
  save: 'Choose where to save',
  short: 'It is too short for a file that others may get hold of.',
} as const;

export function exportedWords(reply: Extract<ExportReply, { outcome: 'saved' }>): Toast {
  const details = [
    `${reply.path}.`,
    ...(reply.leftOut.length === 0
      ? []
      : [`Damaged, and left out: ${new Intl.ListFormat('en').format(reply.leftOut)}.`]),
    ...(reply.hasSessions ? ['Sessions stay here: you sign in anew on the other machine.'] : []),
  ];
  return {
    kind: reply.leftOut.length === 0 ? 'done' : 'warning',
    text: `${counted(reply.count, profileNoun)} exported`,
    detail: details.join(' '),
  };
}
