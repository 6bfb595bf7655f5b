/** A folder that electron-builder takes for Electron's runtime, which is a download of its own. Nothing in it runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceEditor } from './builder-libraries.ts';

export type StandInPlatform = 'linux' | 'win32';

/** By which the fuses are found in Electron's executable. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As Electron's own build leaves it: version of the wire, number of fuses, and the state of each. */
const fuseWire = Buffer.concat([Buffer.from(sentinel), Buffer.of(1, 8), Buffer.from('10110001')]);

const language = { lang: 1033, codepage: 1200 };

/** Must hold no `default_app.asar`: electron-builder keeps what it finds in a folder that it did not fill itself. */
export function makeStandInRuntime(folder: string, platform: StandInPlatform): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'LICENSE'), 'a stand-in\n');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), 'a stand-in\n');
  if (platform === 'win32') writeFileSync(join(folder, 'electron.exe'), windowsExecutable());
  else writeFileSync(join(folder, 'electron'), fuseWire, { mode: 0o755 });
}

/** With the version information beside which the hash of the archive is put. */
function windowsExecutable(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = resourceEditor;
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = language.lang;
  version.setStringValues(language, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  executable.setExtraData(fuseWire);
  return Buffer.from(executable.generate());
}
