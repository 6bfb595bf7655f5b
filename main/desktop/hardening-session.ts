/** What pages may never get from the browser, whoever wrote them: permissions, files, and anything that is not ours. */
import type { Session } from 'electron';
import { isOwnAddress } from './app-address.ts';

/** Both those that are asked for and those that are only looked up; devices have a door of their own. */
export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

export function denyDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault());
}

/** Behind the content security policy, for what it does not govern. Developer tools are pages of the browser's own. */
export function denyRemoteContent(session: Pick<Session, 'webRequest'>): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isOwnAddress(url) && !url.startsWith('devtools://') });
  });
}
