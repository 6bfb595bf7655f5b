/** Whether the panel that the tray icon lies on is dark, as far as it can be known. */

export interface PanelFacts {
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP` of the session. */
  readonly desktop?: string | undefined;
  /** Of Electron's `nativeTheme`; what it says on Linux is true only while `themeSource` is `system`. */
  readonly theme: {
    readonly themeSource: 'system' | 'light' | 'dark';
    readonly shouldUseDarkColors: boolean;
    readonly shouldUseDarkColorsForSystemIntegratedUI: boolean;
  };
  /** What was known before. */
  readonly before: boolean;
}

/** Desktops whose panel is dark in every theme that they come with. */
const darkPanels = /(^|:)(GNOME|Unity|Pantheon|X-Cinnamon|COSMIC)(:|$)/i;

export function isDarkPanel({ platform, desktop = '', theme, before }: PanelFacts): boolean {
  if (platform === 'win32') return theme.shouldUseDarkColorsForSystemIntegratedUI;
  if (darkPanels.test(desktop)) return true;
  return theme.themeSource === 'system' ? theme.shouldUseDarkColors : before;
}
