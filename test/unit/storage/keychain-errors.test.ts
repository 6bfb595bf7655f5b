/** What the keychain libraries of the three systems say, in the application's own codes. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../main/errors.ts';
import type { KeychainBackend } from '../../../main/errors.ts';
import { keychainError, keychainName, promptOverdue } from '../../../main/storage/keychain-errors.ts';

const unavailable = 'storage.keychain_unavailable';
const locked = 'storage.keychain_locked';
const dbus = 'Platform failure: DBus error:';
const noAccess = "Couldn't access platform storage:";

describe('a failure of the keychain', () => {
  it.each<[NodeJS.Platform, string, ErrorCode]>([
    ['linux', `${dbus} Using X11 for dbus-daemon autolaunch was disabled at compile time`, unavailable],
    ['linux', `${dbus} Failed to connect to socket /run/user/1000/bus: No such file or directory`, unavailable],
    ['linux', `${dbus} Failed to connect to socket /run/user/1000/bus: Permission denied`, unavailable],
    ['linux', `${dbus} Address does not contain a colon`, unavailable],
    ['linux', `${dbus} Connection was disconnected before a reply was received`, unavailable],
    ['linux', `${dbus} The name org.freedesktop.secrets was not provided by any .service files`, unavailable],
    ['linux', `${dbus} Process org.freedesktop.secrets exited with status 1`, unavailable],
    ['linux', `${dbus} Did not receive a reply. Possible causes include: the reply timeout expired`, unavailable],
    ['linux', `${noAccess} Secret Service: no result found`, unavailable],
    ['linux', 'Cannot find native binding. npm has a bug', unavailable],
    ['linux', 'something new', unavailable],
    ['linux', `${noAccess} Secret Service: unlock prompt was dismissed`, locked],
    ['linux', `${noAccess} Secret Service: object locked`, locked],
    ['linux', `${dbus} Cannot create an item in a locked collection`, locked],
    ['darwin', `${noAccess} The specified keychain could not be found.`, unavailable],
    ['darwin', 'Platform failure: User canceled the operation.', locked],
    ['darwin', 'Platform failure: User interaction is not allowed.', locked],
    ['darwin', 'Platform failure: Der Benutzer hat den Vorgang abgebrochen.', locked],
    ['win32', `${noAccess} Windows ERROR_NO_SUCH_LOGON_SESSION`, unavailable],
    ['win32', 'Platform failure: Windows error code 1312', unavailable],
  ])('on %s, "%s", has the code %s', (platform, message, code) => {
    expect(keychainError(new Error(message), platform).code).toBe(code);
  });

  it.each<[NodeJS.Platform, KeychainBackend]>([
    ['linux', 'secret-service'],
    ['darwin', 'macos-keychain'],
    ['win32', 'windows-credential-manager'],
  ])('on %s is one of the %s, whose remedy is told', (platform, keychain) => {
    expect(keychainError(new Error('something new'), platform).data.keychain).toBe(keychain);
    expect(promptOverdue(platform).data.keychain).toBe(keychain);
  });

  it.each<[NodeJS.Platform, string]>([
    ['linux', 'Secret Service over D-Bus'],
    ['darwin', 'macOS Keychain'],
    ['win32', 'Windows Credential Manager'],
  ])('on %s names the %s', (platform, name) => {
    const errors = [keychainError(new Error('anything'), platform), promptOverdue(platform)];
    expect(errors.every(({ data }) => data.detail?.startsWith(`${name} `))).toBe(true);
    expect(keychainName(platform)).toBe(name);
  });

  it.each(['Platform failure: CANARY', 'Secret data is malformed: CANARY', 'CANARY'])(
    'hands on nothing of "%s"',
    (message) => {
      const error = keychainError(new Error(message), 'linux');
      expect([error.message, JSON.stringify(error.data), error.cause]).not.toContainEqual(
        expect.stringContaining('CANARY'),
      );
      expect(error.cause).toBeUndefined();
    },
  );

  it('is one even when what was thrown is no error', () => {
    expect(keychainError('CANARY', 'linux')).toMatchObject({ code: unavailable });
  });
});
