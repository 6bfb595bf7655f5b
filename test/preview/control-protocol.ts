/** What a test can ask of the preview host through child-process IPC, and what it is told. */
import type { MenuRow } from './menu-rows.ts';
import type { ShownDialog, ShownNotification } from './pretended-desktop.ts';

type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown';

/** Each order with its one argument and its answer. */
export interface ControlOrders {
  endpoint(none: null): string;
  /** The windows' pages, oldest first: DevTools' name of each, and its address as the application knows it. */
  windows(none: null): readonly { readonly targetId: string; readonly url: string }[];
  trayState(
    none: null,
  ): { readonly toolTip: string; readonly icon: string; readonly title: string; readonly redraws: number } | null;
  trayClick(none: null): null;
  /** Opens the menu as this system's desktop does, and tells its rows. */
  trayMenu(none: null): readonly MenuRow[];
  trayChoose(labels: readonly string[]): null;
  notifications(none: null): readonly ShownNotification[];
  clickNotification(place: number): null;
  /** Presses the button with this label on the notification at this place. */
  pressNotification(button: { readonly place: number; readonly label: string }): null;
  dialogs(none: null): readonly ShownDialog[];
  /** Clicks the button with this label in the oldest open dialog. */
  answerDialog(label: string): null;
  /** Chooses this file in the oldest open dialog that asks for one. */
  chooseFile(path: string): null;
  clipboardText(none: null): string;
  clipboardFormats(none: null): readonly string[];
  clipboardWrite(text: string): null;
  /** The person presses keys while another application is in front; false where nobody hears of it. */
  pressGlobal(accelerator: string): boolean;
  /** Another program takes keys for itself. */
  takeGlobal(accelerator: string): null;
  power(event: PowerEvent): null;
  setOnline(isOnline: boolean): null;
  setDark(isDark: boolean): null;
  opened(none: null): readonly string[];
  /** Everything that the main process told pages through their preload scripts, oldest first, each as JSON. */
  told(none: null): readonly string[];
  windowTitle(none: null): string;
  bounds(none: null): Electron.Rectangle;
  /** The person moves or resizes the window. */
  setBounds(bounds: Partial<Electron.Rectangle>): null;
  /** The person closes the window by its frame. */
  closeWindow(none: null): null;
  /** The person leaves the application for another. */
  leave(none: null): null;
  /** A window with the application's preload script that shows a page that is not the application's. */
  openForeign(url: string): string;
  quit(none: null): null;
}

export type OrderName = keyof ControlOrders;
export type OrderInput<Name extends OrderName> = Parameters<ControlOrders[Name]>[0];
export type OrderAnswer<Name extends OrderName> = ReturnType<ControlOrders[Name]>;

export interface ControlRequest {
  readonly id: number;
  readonly name: OrderName;
  readonly input: unknown;
}

export type ControlReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
