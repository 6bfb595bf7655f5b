/** Checks what a window is made from: nothing unknown, and nothing that would open the computer to its pages. */

type WindowOptions = Electron.BrowserWindowConstructorOptions;
type Preferences = Electron.WebPreferences;

/** Throws for the first option that Electron does not know, that weakens the window, or that the preview cannot keep. */
export function checkWindowOptions(options: WindowOptions): void {
  refuseUnknown(Object.keys(options), knownOptions, 'BrowserWindow');
  const preferences = options.webPreferences ?? {};
  refuseUnknown(Object.keys(preferences), knownPreferences, 'webPreferences');
  for (const [name, isUnsafe] of Object.entries(unsafe) as [keyof Preferences, (value: unknown) => boolean][]) {
    const value = preferences[name];
    if (value !== undefined && isUnsafe(value)) {
      throw new Error(
        `webPreferences.${name} = ${JSON.stringify(value)} weakens the window; see Electron's security guide`,
      );
    }
  }
  for (const name of ['partition', 'session'] as const) {
    if (preferences[name] !== undefined)
      throw new Error(`The preview host has one session; webPreferences.${name} chooses another`);
  }
}

function refuseUnknown(names: readonly string[], known: object, where: string): void {
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw new Error(`${where} has no option ${unknown}`);
}

const isOn = (value: unknown) => value === true;
const isOff = (value: unknown) => value === false;
const isSet = (value: unknown) => value !== '';

const unsafe: Partial<Record<keyof Preferences, (value: unknown) => boolean>> = {
  nodeIntegration: isOn,
  nodeIntegrationInWorker: isOn,
  nodeIntegrationInSubFrames: isOn,
  contextIsolation: isOff,
  sandbox: isOff,
  webSecurity: isOff,
  allowRunningInsecureContent: isOn,
  experimentalFeatures: isOn,
  enableBlinkFeatures: isSet,
  webviewTag: isOn,
  enableDeprecatedPaste: isOn,
  navigateOnDragDrop: isOn,
  plugins: isOn,
};

const knownOptions: Record<keyof Required<WindowOptions>, true> = {
  accentColor: true,
  acceptFirstMouse: true,
  alwaysOnTop: true,
  appShim: true,
  autoHideMenuBar: true,
  backgroundColor: true,
  backgroundMaterial: true,
  center: true,
  closable: true,
  darkTheme: true,
  disableAutoHideCursor: true,
  enableLargerThanScreen: true,
  focusable: true,
  frame: true,
  fullscreen: true,
  fullscreenable: true,
  hasShadow: true,
  height: true,
  hiddenInMissionControl: true,
  icon: true,
  kiosk: true,
  maxHeight: true,
  maximizable: true,
  maxWidth: true,
  minHeight: true,
  minimizable: true,
  minWidth: true,
  modal: true,
  movable: true,
  name: true,
  opacity: true,
  paintWhenInitiallyHidden: true,
  parent: true,
  resizable: true,
  roundedCorners: true,
  show: true,
  simpleFullscreen: true,
  skipTaskbar: true,
  tabbingIdentifier: true,
  thickFrame: true,
  title: true,
  titleBarOverlay: true,
  titleBarStyle: true,
  trafficLightPosition: true,
  transparent: true,
  type: true,
  useContentSize: true,
  vibrancy: true,
  visualEffectState: true,
  webPreferences: true,
  width: true,
  windowStatePersistence: true,
  x: true,
  y: true,
  zoomToPageWidth: true,
};

const knownPreferences: Record<keyof Required<Preferences>, true> = {
  accessibleTitle: true,
  additionalArguments: true,
  allowRunningInsecureContent: true,
  autoplayPolicy: true,
  backgroundThrottling: true,
  contextIsolation: true,
  defaultEncoding: true,
  defaultFontFamily: true,
  defaultFontSize: true,
  defaultMonospaceFontSize: true,
  devTools: true,
  disableBlinkFeatures: true,
  disableDialogs: true,
  disableHtmlFullscreenWindowResize: true,
  disableWakeLocks: true,
  enableBlinkFeatures: true,
  enableDeprecatedPaste: true,
  enablePreferredSizeMode: true,
  enableWebSQL: true,
  experimentalFeatures: true,
  focusOnNavigation: true,
  imageAnimationPolicy: true,
  images: true,
  javascript: true,
  minimumFontSize: true,
  navigateOnDragDrop: true,
  nodeIntegration: true,
  nodeIntegrationInSubFrames: true,
  nodeIntegrationInWorker: true,
  offscreen: true,
  partition: true,
  plugins: true,
  preload: true,
  safeDialogs: true,
  safeDialogsMessage: true,
  sandbox: true,
  scrollBounce: true,
  session: true,
  spellcheck: true,
  textAreasAreResizable: true,
  transparent: true,
  v8CacheOptions: true,
  webgl: true,
  webSecurity: true,
  webviewTag: true,
  zoomFactor: true,
  zoomMode: true,
};
