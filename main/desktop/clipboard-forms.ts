/** In which forms a token lies on the clipboard: as text, with what asks clipboard histories to leave it alone, and with our mark. */

/** Each form of one clipboard entry, by its format as Electron names it. */
export type ClipboardForms = Readonly<Record<string, string | Blob>>;

/** A format of the system itself, as Electron names it. */
export function systemFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}

/** `marker`: the format by which the entry is known again without being read. */
export function tokenForms(text: string, platform: NodeJS.Platform, marker: string): ClipboardForms {
  return { 'text/plain': text, ...concealment(platform), [systemFormat(marker)]: '1' };
}

function concealment(platform: NodeJS.Platform): ClipboardForms {
  if (platform === 'darwin') return { [systemFormat('org.nspasteboard.ConcealedType')]: '1' };
  if (platform === 'win32') {
    return {
      // Being there is what counts.
      [systemFormat('ExcludeClipboardContentFromMonitorProcessing')]: zero(),
      [systemFormat('CanIncludeInClipboardHistory')]: zero(),
      [systemFormat('CanUploadToCloudClipboard')]: zero(),
    };
  }
  return { [systemFormat('x-kde-passwordManagerHint')]: 'secret' };
}

/** A DWORD. */
function zero(): Blob {
  return new Blob([new Uint8Array(4)]);
}
