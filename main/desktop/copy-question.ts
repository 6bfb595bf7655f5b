/** Asks in a dialog of the system before a token is copied that is somebody else's. */
import { dialog } from 'electron';
import { mismatchWords } from '../systems/token-identity.ts';
import type { IdentityMismatch } from '../systems/token-identity.ts';

const copyAnyway = 1;

export async function confirmIdentity(title: string, mismatch: IdentityMismatch): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Tokentray',
    message: `Copy the token of ${title}?`,
    detail: mismatchWords(mismatch),
    buttons: ['Cancel', 'Copy anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === copyAnyway;
}
