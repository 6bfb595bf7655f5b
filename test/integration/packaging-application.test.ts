/** What electron-builder makes of the build, with a stand-in for Electron's runtime: the folder that installers hold. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asar, fuses, resourceEditor } from '../packaging/builder-libraries.ts';
import { packageApplication } from '../packaging/package-application.ts';
import type { PackagedApplication } from '../packaging/package-application.ts';

const built = /^\/out\/(main|preload|renderer)\/[^/]+(\/[^/]+)?\.(js|cjs|css|html|md|woff2|svg|png)$/;
const keytar = /^\/node_modules\/(keytar\/(index\.js|package\.json|LICENSE)|@napi-rs\/keyring-[a-z0-9-]+\/[^/]+)$/;
const icon = /^\/assets\/tray\/[^/]+\.png$/;

let linux: PackagedApplication;
let windows: PackagedApplication;

beforeAll(async () => {
  linux = await packageApplication('linux');
  windows = await packageApplication('win32');
});

afterAll(() => {
  linux?.remove();
  windows?.remove();
});

const archiveOf = ({ resources }: PackagedApplication) => join(resources, 'app.asar');

/** Paths in the archive, without folders. */
function packedFiles(application: PackagedApplication): readonly string[] {
  const archive = archiveOf(application);
  const paths = asar.listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  return paths.filter((path) => asar.statFile(archive, path.slice(1)).files === undefined);
}

function readPacked(path: string): string {
  return asar.extractFile(archiveOf(linux), path).toString('utf8');
}

describe('the archive', () => {
  it('holds the built code, the icons of the tray and the keychain library, and nothing else', () => {
    const strange = packedFiles(linux).filter((path) => ![built, keytar, icon].some((known) => known.test(path)));
    expect(strange).toEqual(['/package.json']);
  });

  it('holds every file that the application begins with', () => {
    expect(packedFiles(linux)).toEqual(
      expect.arrayContaining([
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
        '/assets/tray/ok-on-dark.png',
        '/assets/tray/okTemplate@2x.png',
        '/node_modules/keytar/index.js',
      ]),
    );
  });

  it('holds no map back to the sources', () => {
    const code = packedFiles(linux).filter((path) => /^\/out\/.*\.(js|cjs|css)$/.test(path));
    expect(code.length).toBeGreaterThan(3);
    expect(code.filter((path) => readPacked(path.slice(1)).includes('sourceMappingURL='))).toEqual([]);
  });

  it('says of itself what Electron needs, and nothing of how it was made', () => {
    const manifest = JSON.parse(readPacked('package.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ main: 'out/main/index.js', desktopName: 'dev.tokentray.app.desktop' });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts']));
  });

  it('leaves native code outside, where the system can load it', () => {
    const native = packedFiles(linux).filter((path) => path.endsWith('.node'));
    expect(native).toHaveLength(1);
    for (const path of native) {
      expect(asar.statFile(archiveOf(linux), path.slice(1)).unpacked).toBe(true);
      expect(existsSync(join(linux.resources, 'app.asar.unpacked', path))).toBe(true);
    }
  });

  it('is the one whose hash stands in the executable for Windows', () => {
    const { NtExecutable, NtExecutableResource } = resourceEditor;
    const executable = NtExecutable.from(readFileSync(windows.executable), { ignoreCert: true });
    const entry = NtExecutableResource.from(executable).entries.find(({ type }) => type === 'INTEGRITY');
    const { headerString } = asar.getRawHeader(archiveOf(windows));
    expect(JSON.parse(Buffer.from(entry?.bin ?? new ArrayBuffer()).toString('utf8'))).toEqual([
      {
        file: String.raw`resources\app.asar`,
        alg: 'SHA256',
        value: createHash('sha256').update(headerString).digest('hex'),
      },
    ]);
  });
});

describe.each(['linux', 'win32'] as const)('the executable for %s', (platform) => {
  it('has every fuse where it should be', async () => {
    const wire = await fuses.getCurrentFuseWire((platform === 'linux' ? linux : windows).executable);
    const states = Object.entries(wire).flatMap(([fuse, state]) =>
      fuse === 'version' ? [] : [[fuses.FuseV1Options[fuse], state === '1'.charCodeAt(0)]],
    );
    expect(Object.fromEntries(states)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('beside the archive', () => {
  it('nothing of Electron could be loaded in its place', () => {
    expect(existsSync(join(linux.resources, 'app'))).toBe(false);
    expect(existsSync(join(linux.resources, 'default_app.asar'))).toBe(false);
  });

  it('the command line for Windows has a launcher that calls the Node beside it', () => {
    const launcher = readFileSync(join(windows.resources, 'cli', 'tokentray.cmd'), 'utf8');
    expect(launcher).toContain(String.raw`@"%~dp0node.exe" "%~dp0tokentray.js" %*` + '\r\n');
    expect(existsSync(join(windows.resources, 'cli', 'tokentray.js'))).toBe(true);
  });

  it('the command line for Linux can be run by everybody', () => {
    for (const name of ['tokentray', 'node']) {
      expect(statSync(join(linux.resources, 'cli', name)).mode & 0o555).toBe(0o555);
    }
  });

  it('the licences of what was bundled are told', () => {
    expect(readPacked('out/renderer/LICENSES-OF-OTHERS.md')).toContain('react');
    expect(readFileSync(join(linux.resources, 'cli', 'LICENSES-OF-OTHERS.md'), 'utf8')).toContain('undici');
    expect(existsSync(join(linux.resources, 'cli', 'LICENSE.node.txt'))).toBe(true);
  });
});

it('downloads nothing for this', () => {
  expect([...linux.downloads(), ...windows.downloads()]).toEqual([]);
});
