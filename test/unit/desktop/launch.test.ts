import { describe, expect, it } from 'vitest';
import { opensAtStart, ownCommand, readLaunch } from '../../../main/desktop/launch.ts';

describe('the arguments', () => {
  it.each([
    [['electron', '.'], { isDemo: false, isHidden: false, showsSwitcher: false }],
    [['tokentray', '--quick-switcher'], { isDemo: false, isHidden: false, showsSwitcher: true }],
    [['tokentray', '--hidden'], { isDemo: false, isHidden: true, showsSwitcher: false }],
    [['electron', '.', '--demo', '--no-sandbox'], { isDemo: true, isHidden: false, showsSwitcher: false }],
  ])('%j say what it was started for', (argv, launch) => {
    expect(readLaunch(argv)).toEqual(launch);
  });

  it.each([
    ['an installed application', [], ['/opt/Tokentray/tokentray', '--hidden'], ['--demo']],
    [
      'Electron on the sources',
      [],
      ['/x/electron', '.', '--ozone-platform=x11'],
      ['.', '--ozone-platform=x11', '--demo'],
    ],
    ['Node on a host', ['--no-warnings'], ['node', 'host.ts', '--demo'], ['--no-warnings', 'host.ts', '--demo']],
  ])('start %s anew for something else', (_case, execArgv, argv, expected) => {
    const command = ownCommand({ execPath: '/x/program', execArgv, argv, env: {} }, '--demo');
    expect(command).toEqual({ program: '/x/program', arguments: expected });
  });

  it('start an AppImage itself, and not where it is mounted now', () => {
    const env = { APPIMAGE: '/home/jane/Tokentray.AppImage', APPDIR: '/tmp/.mount_Token' };
    const running = { execPath: '/tmp/.mount_Token/tokentray-app', execArgv: [], argv: ['tokentray-app'], env };
    expect(ownCommand(running, '--demo')).toEqual({ program: env.APPIMAGE, arguments: ['--demo'] });
  });
});

describe('the window at the start', () => {
  const usual = {
    launch: { isDemo: false, isHidden: false, showsSwitcher: false },
    isLogin: false,
    hasTray: true,
    hasProfiles: true,
    asksForPassphrase: false,
  };

  it('stays closed where the tray is enough', () => {
    expect(opensAtStart(usual)).toBe(false);
  });

  it.each([
    ['there is no tray', { hasTray: false }],
    ['there is no profile yet', { hasProfiles: false }],
    ['it is the demo', { launch: { isDemo: true, isHidden: false, showsSwitcher: false } }],
    ['nothing works without the passphrase', { asksForPassphrase: true }],
    [
      'nothing works without the passphrase, even at login',
      {
        asksForPassphrase: true,
        launch: { isDemo: false, isHidden: true, showsSwitcher: false },
      },
    ],
  ])('opens when %s', (_case, other) => {
    expect(opensAtStart({ ...usual, ...other })).toBe(true);
  });

  it('stays closed at login, tray or not', () => {
    const launch = { isDemo: false, isHidden: true, showsSwitcher: false };
    expect(opensAtStart({ ...usual, launch, hasTray: false, hasProfiles: false })).toBe(false);
    expect(opensAtStart({ ...usual, isLogin: true, hasTray: false, hasProfiles: false })).toBe(false);
  });
});
