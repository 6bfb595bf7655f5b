/** Asks in a dialog of the system before a token is copied that is somebody else's, or that works on production. */
import { dialog } from 'electron';
import { mismatchWords } from '../systems/token-identity.ts';
import type { CopyQuestion } from './copy-token.ts';

const copy = 1;

export async function confirmCopy(title: string, question: CopyQuestion): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Tokentray',
    ...questionWords(title, question),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === copy;
}

interface QuestionWords {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
}

function questionWords(title: string, question: CopyQuestion): QuestionWords {
  if (question.outcome === 'production-guard') {
    return {
      message: `Copy the production token of ${title}?`,
      detail: 'What you do with it changes the production tenant.',
      buttons: ['Cancel', 'Copy'],
    };
  }
  return {
    message: `Copy the token of ${title}?`,
    detail: mismatchWords(question),
    buttons: ['Cancel', 'Copy anyway'],
  };
}
