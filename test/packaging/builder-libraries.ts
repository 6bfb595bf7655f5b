/** The libraries by which electron-builder writes packages, for reading what it wrote. */
import { createRequire } from 'node:module';

const builder = createRequire(import.meta.url).resolve('electron-builder/package.json');
const parts = createRequire(createRequire(builder).resolve('app-builder-lib/package.json'));

interface Asar {
  /** Each path begins with the separator; folders are among them. */
  listPackage(archive: string, options: { isPack: boolean }): string[];
  extractFile(archive: string, path: string): Buffer;
  extractAll(archive: string, folder: string): void;
  getRawHeader(archive: string): { readonly headerString: string };
  statFile(archive: string, path: string): { readonly unpacked?: boolean; readonly files?: object };
}

interface Fuses {
  readonly FuseV1Options: Readonly<Record<string, number | string>>;
  /** State by number of the fuse, as a character's code. */
  getCurrentFuseWire(executable: string): Promise<Readonly<Record<string, number | string>>>;
}

interface ResourceEntry {
  readonly type: number | string;
  readonly id: number | string;
  readonly bin: ArrayBuffer;
}

interface ResourceEditor {
  readonly NtExecutable: {
    createEmpty(is32Bit: boolean, isLibrary: boolean): WindowsExecutable;
    from(bytes: Uint8Array, options?: { ignoreCert: boolean }): WindowsExecutable;
  };
  readonly NtExecutableResource: {
    from(executable: WindowsExecutable): {
      readonly entries: ResourceEntry[];
      outputResource(to: WindowsExecutable): void;
    };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): {
        lang: number | string;
        setStringValues(language: { lang: number; codepage: number }, values: Readonly<Record<string, string>>): void;
        outputToResourceEntries(entries: ResourceEntry[]): void;
      };
    };
  };
}

interface WindowsExecutable {
  setExtraData(bytes: Uint8Array): void;
  generate(): ArrayBuffer;
}

export const asar = parts('@electron/asar') as Asar;
export const fuses = parts('@electron/fuses') as Fuses;
export const resourceEditor = parts('resedit') as ResourceEditor;
export const yaml = parts('js-yaml') as { load(text: string): unknown };
