/** Gives Chromium the application's answers about permissions, so that a page gets what Electron would let it have. */
import type { CDPSession } from 'playwright';

type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

export interface PermissionHandlers {
  request: RequestHandler | null;
  check: CheckHandler | null;
}

/** Electron's names, and what Chromium calls what they allow. */
const chromiumNames: Partial<Record<Permission, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  'local-fonts': ['local-fonts'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  'persistent-storage': ['persistent-storage'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
};

/** Without handlers everything is granted: that is Electron's default, and why an application must set them. */
export async function applyPermissions(
  handlers: PermissionHandlers,
  contents: Electron.WebContents,
  devTools: CDPSession,
): Promise<void> {
  for (const [permission, names] of Object.entries(chromiumNames) as [Permission, readonly string[]][]) {
    const setting = (await isGranted(handlers, contents, permission)) ? 'granted' : 'denied';
    for (const name of names) await devTools.send('Browser.setPermission', { permission: { name }, setting });
  }
}

async function isGranted(
  { request, check }: PermissionHandlers,
  contents: Electron.WebContents,
  permission: Permission,
): Promise<boolean> {
  const requestingUrl = contents.getURL();
  const details = { requestingUrl, isMainFrame: true };
  const isChecked = check === null || check(contents, permission, requestingUrl, details);
  if (request === null) return isChecked;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  request(contents, permission, resolve, details);
  return (await promise) && isChecked;
}
