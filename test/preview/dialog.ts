/** `dialog`: message boxes, which wait in the strip for an answer, and questions for a file. */
import { createFileDialogs } from './file-dialogs.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { PretendedDesktop } from './pretended-desktop.ts';

type Offered = FileDialogs & Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBox'>;
type MessageBox = Electron.MessageBoxOptions;

export function createDialog(desktop: PretendedDesktop): Offered {
  function show(options: MessageBox): Promise<Electron.MessageBoxReturnValue> {
    const { message, detail = '', buttons = [], cancelId, checkboxChecked = false } = options;
    const shown = { message, detail, buttons: buttons.length === 0 ? ['OK'] : buttons };
    const { promise, resolve } = Promise.withResolvers<Electron.MessageBoxReturnValue>();
    const control = {
      shown,
      answer(button: number | null) {
        desktop.dialogs.delete(control);
        desktop.changed();
        resolve({ response: button ?? cancelId ?? cancelButton(shown.buttons), checkboxChecked });
      },
    };
    desktop.dialogs.add(control);
    desktop.changed();
    options.signal?.addEventListener('abort', () => control.answer(null), { once: true });
    return promise;
  }

  return {
    ...createFileDialogs(desktop),
    showMessageBox: (first: Electron.BaseWindow | MessageBox, second?: MessageBox) =>
      show(second ?? (first as MessageBox)),
    showErrorBox: (title, content) => void show({ message: title, detail: content }),
  };
}

/** What closing the box means when the application does not say: the button that reads like it (Electron's rule). */
function cancelButton(buttons: readonly string[]): number {
  return Math.max(
    0,
    buttons.findIndex((label) => ['cancel', 'no'].includes(label.toLowerCase())),
  );
}
