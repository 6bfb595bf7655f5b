/** Whether the application draws on Wayland itself, where only a focused window may write to the clipboard. */

/**
 * @param chosenPlatform Chromium's switch `ozone-platform`; empty when nobody chose. Then Chromium takes Wayland in a
 * session that has it.
 */
export function isNativeWayland(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  chosenPlatform: string,
): boolean {
  if (platform !== 'linux') return false;
  if (chosenPlatform !== '' && chosenPlatform !== 'auto') return chosenPlatform === 'wayland';
  const { XDG_SESSION_TYPE: session, WAYLAND_DISPLAY: display } = environment;
  return session === 'wayland' || (session === undefined && display !== undefined && display !== '');
}
