/** Applies every defence to each session and each page there will ever be. */
import type { App, Session } from 'electron';
import { denyNavigation, denyNewWindows, denyWebviews } from './hardening-contents.ts';
import { denyDownloads, denyPermissions, denyRemoteContent } from './hardening-session.ts';

/** Before the first window; the session of the windows is one. */
export function harden(app: Pick<App, 'on'>, session: Session): void {
  denyPermissions(session);
  denyDownloads(session);
  denyRemoteContent(session);
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents);
    denyWebviews(contents);
  });
}
