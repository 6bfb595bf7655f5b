/** The tray application, put together from its parts. */
import { app, globalShortcut, nativeTheme, net, powerMonitor, protocol, session, shell } from 'electron';
import { join } from 'node:path';
import type { AppHeader, ProfileView } from '../preload/views.ts';
import { keepActivityLog } from './agent/activity-log.ts';
import { desktopForWindow } from './desktop-for-window.ts';
import { openDesktopServices } from './desktop-services.ts';
import { takeAgentRole } from './desktop/agent-role.ts';
import { createAnnounce } from './desktop/announce.ts';
import { appOrigin } from './desktop/app-address.ts';
import { ownAppImage } from './desktop/app-image.ts';
import { serveAppPages } from './desktop/app-pages.ts';
import { setApplicationMenu } from './desktop/application-menu.ts';
import { afterClosing } from './desktop/coming-back.ts';
import { isNativeWayland } from './desktop/copy-wayland.ts';
import { createDemoStarter } from './desktop/demo-process.ts';
import { createDiscardQuestion } from './desktop/discard-question.ts';
import { createDockPlace } from './desktop/dock.ts';
import { createExternalLinks } from './desktop/external-links.ts';
import { followSettings } from './desktop/follow-settings.ts';
import { harden } from './desktop/harden.ts';
import { demoFlag, hiddenFlag, opensAtStart, ownCommand } from './desktop/launch.ts';
import type { Launch } from './desktop/launch.ts';
import { createNetworkWatch } from './desktop/network-watch.ts';
import { createPresence } from './desktop/presence.ts';
import { createOpenLogs } from './desktop/open-logs.ts';
import { requireSandbox } from './desktop/own-sandbox.ts';
import { followPower } from './desktop/power.ts';
import { quitGracefully } from './desktop/quitting.ts';
import type { SecondStarts } from './desktop/second-start.ts';
import { refusedWords } from './desktop/shortcut-words.ts';
import { lostSession } from './desktop/lost-session.ts';
import { setStartAtLogin } from './desktop/start-at-login.ts';
import { createStatusChanges } from './desktop/status-changes.ts';
import { createPlaceKeeper } from './desktop/window-place-file.ts';
import { createMainWindow } from './desktop/window.ts';
import { appHeader } from './ipc/app-header.ts';
import { failureOf } from './ipc/failure.ts';
import { createCalls } from './ipc/create-calls.ts';
import { profileViews } from './ipc/profile-views.ts';
import { registerCalls } from './ipc/register-calls.ts';
import { createVaultDoor, TypedPassphrase } from './ipc/vault-door.ts';
import { createViewFeed } from './ipc/view-feed.ts';
import { createSwitcherForDesktop } from './switcher-for-desktop.ts';

export interface ApplicationParts {
  /** The data folder. */
  readonly home: string;
  /** That of the desktop's own files in it. */
  readonly folder: string;
  /** Folder of the build; those of the preload script and the window are in it. */
  readonly built: string;
  readonly launch: Launch;
  readonly secondStarts: SecondStarts;
  /** The way out where it cannot go on. */
  readonly fail: (error: unknown) => void;
}

const { env: environment, platform } = process;

/** Once Electron is ready. Rejects where it cannot start. */
export async function startApplication(parts: ApplicationParts): Promise<void> {
  const { home, folder, built, launch, secondStarts, fail } = parts;
  requireSandbox(app.commandLine, ownAppImage(process.execPath, environment));
  harden(app, session.defaultSession);
  serveAppPages(protocol, join(built, 'renderer'));
  setApplicationMenu(platform, (destination) => window.open(destination));
  const showInDock = createDockPlace(app.dock);
  showInDock(false);

  const typed = new TypedPassphrase();
  const { services, endDemo } = await openDesktopServices({
    isDemo: launch.isDemo,
    home,
    environment,
    typedPassphrase: typed.ask,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
  });
  const { clock, engine, settings, storage } = services;

  const page = { preload: join(built, 'preload', 'index.cjs'), hasDevTools: !app.isPackaged };
  const window = createMainWindow({
    ...page,
    title: launch.isDemo ? 'Tokentray Demo' : 'Tokentray',
    place: createPlaceKeeper(join(folder, 'window.json')),
    onVisibility() {
      feed.touch();
      network.check();
      showInDock(window.contents() !== undefined);
    },
    onClosed() {
      const { hasTray } = presence;
      const after = afterClosing({ hasTray, isDemo: launch.isDemo, isQuitting: quitting.isUnderWay() });
      if (after.kind === 'tell') announce(after, open);
      else if (after.kind === 'quit') quitting.quit();
    },
    // Whoever quits has decided, and a system that goes down does not wait.
    mayDiscard: () => quitting.isUnderWay() || askToDiscard(),
    onCrash: () => announce({ title: 'The window closed by a fault', body: 'Click here to open it again.' }, open),
  });
  const askToDiscard = createDiscardQuestion();
  const views = (): readonly ProfileView[] => profileViews(services);
  const header = (): AppHeader => appHeader({ ports: services, desktop, door });
  const touch = (): void => {
    feed.touch();
    switcher.touch();
  };
  const switcher = createSwitcherForDesktop({
    ...page,
    clock,
    shortcuts: globalShortcut,
    platform,
    isWayland: isNativeWayland(platform, environment, app.commandLine.getSwitchValue('ozone-platform')),
    views,
    header,
    onChange() {
      touch();
      changes.touch();
    },
    onRefused(keys) {
      const { what, next } = refusedWords(keys);
      if (window.isVisible()) window.send('app.toast', { kind: 'failed', text: what, detail: next });
      else announce({ title: what, body: next }, () => window.open({ view: 'settings' }));
    },
  });
  const open = () => window.open();
  const announce = createAnnounce();
  const role = await takeAgentRole({ ports: services, onChange: touch, onFailure: fail });
  const endLog = keepActivityLog(services, {
    role: 'application',
    refreshes: () => role.elsewhere() === undefined,
  });
  const door = createVaultDoor(services, typed, touch);
  const changes = createStatusChanges(services);
  const links = createExternalLinks((address) => shell.openExternal(address));
  const openLogs = createOpenLogs({ home, openPath: (path) => shell.openPath(path), announce, open });
  const presence = createPresence({
    ports: services,
    changes,
    links,
    describe: failureOf,
    announce,
    open: (destination) => window.open(destination),
    switcher,
    isWindowOpen: () => window.isVisible(),
    openLogs,
    quit: () => quitting.quit(),
    platform,
    environment,
    isDemo: launch.isDemo,
    pictures: join(built, '..', 'assets', 'tray'),
    onTrayShown: touch,
  });
  const feed = createViewFeed({
    clock,
    views,
    header,
    isVisible: () => window.isVisible(),
    send: (name, payload) => window.send(name, payload),
  });
  const network = createNetworkWatch({
    clock,
    isOnline: () => net.isOnline(),
    onBack: () => engine.networkReturned(),
    onChange: touch,
  });
  const desktop = desktopForWindow({
    isDemo: launch.isDemo,
    platform,
    presence,
    links,
    network,
    role,
    openLogs,
    startDemo: createDemoStarter({ command: ownCommand(process, demoFlag), environment }),
    quickSwitcher: () => switcher.shortcut(),
    quit: () => quitting.quit(),
  });
  const calls = createCalls({ ports: services, desktop, door, feed });
  registerCalls({
    windows: [
      { contents: () => window.contents(), calls },
      switcher.caller({
        calls,
        open: (at) => window.open(at),
        onCopied: presence.showCopied,
        onUnseenQuestion: presence.askAgain,
        onUnseenFailure: presence.fail,
      }),
    ],
    profileOf: (id) => storage.profiles.get(id)?.profile,
    origin: appOrigin,
  });

  changes.onChange(touch);
  storage.history.onAppend((ids) => {
    window.send('profiles.historyGrew', { ids: [...ids] });
    // What was used last stands in the tray as well.
    changes.touch();
  });
  engine.onFailure((_profile, error) => {
    if (error.code.startsWith('network.')) network.check();
    // Only when this ends, and nothing else of it is shown any more.
    if (error.code === 'storage.session_lost') announce(lostSession(failureOf(error)), open);
  });
  followPower(powerMonitor, {
    onBack() {
      network.check();
      engine.networkReturned();
    },
    onShutdown: () => quitting.hurry(),
  });
  followSettings(settings, storage, {
    theme(theme) {
      nativeTheme.themeSource = theme;
    },
    startAtLogin(isOn) {
      if (!launch.isDemo)
        setStartAtLogin(isOn, { app, platform, environment, command: ownCommand(process, hiddenFlag) });
    },
    quickSwitcher: switcher.setShortcut,
    onFailure(error) {
      const { what, next } = failureOf(error);
      window.send('app.toast', { kind: 'failed', text: what, detail: next });
    },
  });
  const quitting = quitGracefully(app, clock, async () => {
    window.close();
    switcher.close();
    changes.close();
    await presence.close();
    feed.close();
    network.close();
    await Promise.all([role.close(), engine.stop()]);
    endLog();
    await services.close();
    await endDemo();
  });

  secondStarts.onStart(({ showsSwitcher }) => (showsSwitcher ? switcher.show() : open()));
  app.on('activate', open);

  const knocking = storage.vault.mode() === undefined ? undefined : door.unlock().catch(() => undefined);
  // A keychain may ask the person first, and is not waited for.
  if (storage.vault.mode() === 'passphrase') await knocking;
  await presence.known;
  const asksForPassphrase = door.lock()?.kind === 'passphrase';
  const hasProfiles = storage.profiles.list().length > 0;
  const isLogin = platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
  if (launch.showsSwitcher) switcher.show();
  if (opensAtStart({ launch, isLogin, hasTray: presence.hasTray, hasProfiles, asksForPassphrase })) window.open();
}
