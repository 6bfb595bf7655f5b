/** The tray application: sets the stage while Electron starts, and leaves it to the application. */
import { app, protocol } from 'electron';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeUnownedFolder, removeThrowAwayFolder } from './demo/throw-away-folder.ts';
import { registerAppScheme } from './desktop/app-pages.ts';
import { useDataFolder } from './desktop/electron-paths.ts';
import { surviveFaults } from './desktop/faults.ts';
import { readLaunch } from './desktop/launch.ts';
import { followSecondStarts } from './desktop/second-start.ts';
import { showStartFailure } from './desktop/start-failure.ts';
import { ownDataFolder, prepareFolder } from './storage/data-folder.ts';
import { startApplication } from './application.ts';

/** The build: this file's folder, and those of the preload script and the window beside it. */
const built = join(import.meta.dirname, '..');
const { env: environment } = process;
const launch = readLaunch(process.argv);

surviveFaults(process, process.stderr);
try {
  beforeReady();
} catch (error) {
  fail(error);
}

/** All of it must happen before Electron is ready, which it may be after the first await. */
function beforeReady(): void {
  const home = launch.isDemo ? demoFolder() : ownDataFolder(environment);
  prepareFolder(home);
  const folder = useDataFolder(app, home);
  app.setName('Tokentray');
  app.setAppUserModelId('dev.tokentray.app');
  app.enableSandbox();
  registerAppScheme(protocol);
  // Who was first opens its window.
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.on('window-all-closed', () => undefined);
  const secondStarts = followSecondStarts(app);
  app
    .whenReady()
    .then(() => startApplication({ home, folder, built, launch, secondStarts, fail }))
    .catch(fail);
}

/** Gone at the end of the process, whatever it ends by. */
function demoFolder(): string {
  const folder = makeUnownedFolder(tmpdir());
  process.once('exit', () => removeThrowAwayFolder(folder));
  return folder;
}

function fail(error: unknown): void {
  showStartFailure(error, environment['TOKENTRAY_DEBUG'] === '1');
  app.exit(1);
}
