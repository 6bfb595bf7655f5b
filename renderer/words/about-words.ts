/** Of the section of the settings that tells about the application. */

export const openLogsLabel = 'Open logs';

export const aboutWords = {
  demo: 'Tokentray Demo',
  name: 'Tokentray',
  help: 'Help',
  releases: 'What is new',
  security: 'Report a vulnerability',
  dataFolder: 'Data folder',
  dataFolderText: 'Everything that Tokentray writes is in there; secrets and tokens are encrypted.',
  quit: 'Quit Tokentray',
  quitText: 'Tokens are not renewed until you start it again.',
} as const;

export function versionWords(version: string): string {
  return `Version ${version}`;
}
