/** Asks in dialogs of the system which file is to be read, and which is to be written. */
import { dialog } from 'electron';

/** Null: none was chosen. The folders of other tools are hidden ones. */
export async function chooseFile(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Import profiles',
    buttonLabel: 'Open',
    properties: ['openFile', 'showHiddenFiles'],
    filters: [
      { name: 'Exports and configurations', extensions: ['json', 'yaml', 'yml', 'jwk', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Null: none was chosen. */
export async function chooseCertificates(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Choose certificate authorities',
    buttonLabel: 'Trust',
    properties: ['openFile', 'showHiddenFiles'],
    filters: [
      { name: 'Certificates', extensions: ['pem', 'crt', 'cer', 'der'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The system asks before one that is there is replaced. Null: none was chosen. */
export async function chooseTarget(fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Export profiles',
    buttonLabel: 'Export',
    defaultPath: fileName,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    filters: [{ name: 'Tokentray export', extensions: ['json'] }],
  });
  return canceled || filePath === '' ? null : filePath;
}
