/** Asks in a dialog of the system before a window is closed that holds what nobody saved. */
import { dialog } from 'electron';

const discard = 1;

/** One at a time: asking again while it is open answers no. */
export function createDiscardQuestion(): () => Promise<boolean> {
  let isOpen = false;
  return async () => {
    if (isOpen) return false;
    isOpen = true;
    try {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        title: 'Tokentray',
        message: 'Close without saving?',
        detail: 'What you typed into the form is not saved, and would be lost.',
        buttons: ['Keep editing', 'Close without saving'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === discard;
    } finally {
      isOpen = false;
    }
  };
}
