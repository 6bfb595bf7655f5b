/** Asks in dialogs of the system: before a browser is opened that a copy needs, and before a session is ended. */
import { dialog } from 'electron';

const yes = 1;

interface Question {
  readonly type: 'question' | 'warning';
  readonly message: string;
  readonly detail: string;
  readonly agree: string;
}

async function ask({ type, message, detail, agree }: Question): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type,
    title: 'Tokentray',
    message,
    detail,
    buttons: ['Cancel', agree],
    defaultId: type === 'question' ? yes : 0,
    cancelId: 0,
    noLink: true,
  });
  return response === yes;
}

/** A token was asked for that only a new session gives. `title`: whose session it is. */
export function askToSignIn(title: string): Promise<boolean> {
  return ask({
    type: 'question',
    message: `Sign in to ${title}?`,
    detail: 'Its token has run out, and a new one needs you to sign in. Your browser opens its sign-in page.',
    agree: 'Sign in',
  });
}

export function askToSignOut(title: string): Promise<boolean> {
  return ask({
    type: 'warning',
    message: `Sign out of ${title}?`,
    detail: 'Its token and its session are forgotten here. You need to sign in again to get another token.',
    agree: 'Sign out',
  });
}
