/** The tray application as the end-to-end specs use it, whichever host runs it: real Electron where its runtime is, else the preview. */
import type { Page } from 'playwright';
import { installedElectron } from '../../../main/start/electron-runtime.ts';
import { launchInElectron } from './electron-host.ts';
import { launchInPreview } from './preview-host.ts';

interface MenuRow {
  readonly type: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio' | 'header' | 'palette';
  readonly label: string;
  readonly sublabel: string;
  readonly isEnabled: boolean;
  readonly isChecked: boolean;
  /** Of its submenu. */
  readonly rows: readonly MenuRow[];
}

export interface LaunchOptions {
  /** Data folder; one of its own, removed at the end, when absent. */
  readonly home?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Words after the application's own, such as `--demo`. */
  readonly arguments?: readonly string[];
  /** Only the preview can pretend another system than the machine's. */
  readonly platform?: 'linux' | 'darwin' | 'win32';
  /** Only in the preview: the desktop drops what an unfocused application writes to the clipboard. */
  readonly wayland?: boolean;
  /** False, in the preview: a desktop that shows no trays. */
  readonly tray?: boolean;
  /** Of the window's page. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

interface TrayUnderTest {
  isShown(): Promise<boolean>;
  tooltip(): Promise<string>;
  /** File name of the picture, or a hash of it. */
  icon(): Promise<string>;
  /** How often icon, tooltip, title or menu were set. */
  redraws(): Promise<number>;
  click(): Promise<void>;
  /** Opens the menu as the system does. */
  menu(): Promise<readonly MenuRow[]>;
  /** Clicks the row at this path of labels. Rejects when it is not there or disabled. */
  choose(...labels: string[]): Promise<void>;
}

interface NotificationUnderTest {
  readonly title: string;
  readonly body: string;
  /** False after it was clicked, dismissed or withdrawn. */
  readonly isOpen: boolean;
}

export interface AppUnderTest {
  readonly host: 'preview' | 'electron';
  /** The data folder, for the command line to share. */
  readonly home: string;
  /**
   * The page of the application's window; waits for it to be open and loaded.
   * @param page of another window than the main one, such as `copied.html`
   */
  window(page?: string): Promise<Page>;
  hasWindow(page?: string): Promise<boolean>;
  readonly tray: TrayUnderTest;
  /** All that were ever shown, oldest first. */
  notifications(): Promise<readonly NotificationUnderTest[]>;
  clickNotification(place: number): Promise<void>;
  /** Presses a button of it, where this system shows any. */
  pressNotification(place: number, label: string): Promise<void>;
  /** Message boxes that wait for an answer. */
  dialogs(): Promise<
    readonly { readonly message: string; readonly detail: string; readonly buttons: readonly string[] }[]
  >;
  /** Clicks the button with this label in the oldest of them. */
  answerDialog(label: string): Promise<void>;
  /** Chooses this file in the oldest dialog that asks for one, to be read or written. */
  chooseFile(path: string): Promise<void>;
  readonly clipboard: {
    /** What another application would paste. */
    text(): Promise<string>;
    formats(): Promise<readonly string[]>;
    /** Another application copies. */
    write(text: string): Promise<void>;
  };
  /** Presses keys while another application is in front; false where nobody hears of it. As Electron writes them. */
  pressGlobal(accelerator: string): Promise<boolean>;
  /** Another program takes keys for itself. */
  takeGlobal(accelerator: string): Promise<void>;
  power(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown'): Promise<void>;
  setOnline(isOnline: boolean): Promise<void>;
  /** The system's appearance. */
  setDark(isDark: boolean): Promise<void>;
  /** What was given to the system to open, such as addresses for the browser. Nothing is opened. */
  opened(): Promise<readonly string[]>;
  /** Everything that the main process told its windows, oldest first, each message as JSON. */
  told(): Promise<readonly string[]>;
  windowTitle(): Promise<string>;
  windowBounds(): Promise<{ x: number; y: number; width: number; height: number }>;
  /** The person moves or resizes the window. */
  setWindowBounds(bounds: { x?: number; y?: number; width?: number; height?: number }): Promise<void>;
  /** The person closes the window by its frame: its page may object. */
  closeWindow(): Promise<void>;
  /** The person turns to another application. */
  leave(): Promise<void>;
  /** A page that is not the application's, in a window with the application's preload script. Its window must have been open. */
  foreignWindow(url: string): Promise<Page>;
  /** Everything that the process printed. */
  output(): string;
  /** Ends it as the menu's Quit does; the exit code. */
  quit(): Promise<number | null>;
  /** Ends it the hard way. */
  kill(): Promise<void>;
  /** The exit code, once it has ended by itself. */
  ended(): Promise<number | null>;
}

/** Path of Electron's executable; undefined where its runtime is not. */
const electron = installedElectron(process.env);
export const hostName = electron === undefined ? 'preview' : 'electron';

if (electron === undefined) process.stdout.write('Electron: not run\n');

/** Builds nothing: `npm test` did. */
export function launchApp(options: LaunchOptions = {}): Promise<AppUnderTest> {
  return electron === undefined ? launchInPreview(options) : launchInElectron(electron, options);
}
