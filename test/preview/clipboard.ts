/** `clipboard`: reads and writes the pretended desktop's clipboard, several forms at once. */
import { ClipboardItemStandIn, formsOf, itemOfForms } from './clipboard-item.ts';
import { textOf } from './system-clipboard.ts';
import type { SystemClipboard } from './system-clipboard.ts';

type Offered = Pick<Electron.Clipboard, 'clear' | 'has' | 'read' | 'readText' | 'write' | 'writeText'>;

/** @param selection the second clipboard of Linux desktops; absent elsewhere */
export function createClipboard(system: SystemClipboard, selection?: SystemClipboard): Offered {
  const forms = async () => {
    await system.refresh();
    return system.read();
  };
  const clipboard: Offered = {
    clear: () => system.write(new Map()),
    has: async (mimetype) => (await forms()).has(mimetype),
    read: async () => [itemOfForms(await forms())],
    readText: async () => textOf(await forms()),
    writeText: async (text) => system.write(new Map([['text/plain', Buffer.from(text)]])),
    async write(data) {
      if (!Array.isArray(data)) throw new TypeError('clipboard.write expects an array of ClipboardItem');
      const forms = new Map<string, Buffer>();
      for (const item of data as unknown[]) {
        if (!(item instanceof ClipboardItemStandIn)) {
          throw new TypeError('clipboard.write expects an array of ClipboardItem');
        }
        for (const [type, bytes] of await formsOf(item)) forms.set(type, bytes);
      }
      system.write(forms);
    },
  };
  return selection === undefined ? clipboard : Object.assign(clipboard, { selection: createClipboard(selection) });
}
