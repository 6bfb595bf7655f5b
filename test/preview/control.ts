/** Carries out what a test asks of the preview host. */
import type { Chromium } from './chromium.ts';
import { textOf } from './system-clipboard.ts';
import type { ControlOrders, ControlReply, ControlRequest } from './control-protocol.ts';
import type { GlobalKeys } from './global-shortcut.ts';
import type { PretendedDesktop, TrayControl } from './pretended-desktop.ts';
import type { SystemClipboard } from './system-clipboard.ts';

export interface ControlParts {
  readonly chromium: Chromium;
  readonly desktop: PretendedDesktop;
  readonly clipboard: SystemClipboard;
  readonly globalKeys: GlobalKeys;
  /** What pages were told, each message as JSON. */
  readonly told: readonly string[];
  windows(): readonly Electron.BrowserWindow[];
  listWindows(): Promise<readonly { readonly targetId: string; readonly url: string }[]>;
  emitPower(event: string): void;
  setOnline(isOnline: boolean): Promise<void>;
  setDark(isDark: boolean): void;
  openForeign(url: string): Promise<string>;
  quit(): void;
  /** Ends at once and asks nobody. */
  abandon(): void;
}

type Carrying = { readonly [Name in keyof ControlOrders]: (input: never) => unknown };

/** Answers on the IPC channel of this process, and says when it is ready. Without a test at the other end all is over. */
export function listenToTest(parts: ControlParts, channel: Pick<NodeJS.Process, 'on' | 'once' | 'send'>): void {
  const orders = createOrders(parts);
  const reply = (message: ControlReply) => void channel.send?.(message);
  async function carryOut({ id, name, input }: ControlRequest): Promise<void> {
    try {
      const value: unknown = await orders[name](input as never);
      reply({ kind: 'answer', id, value: value ?? null });
    } catch (error) {
      reply({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  channel.on('message', (request: ControlRequest) => {
    if (Object.hasOwn(orders, request.name)) void carryOut(request);
  });
  channel.once('disconnect', () => parts.abandon());
  reply({ kind: 'ready' });
}

function createOrders(parts: ControlParts): Carrying {
  const { chromium, desktop, clipboard } = parts;
  const tray = (): TrayControl => {
    const [first] = desktop.trays;
    if (first === undefined) throw new Error('There is no tray');
    return first;
  };
  const window = (): Electron.BrowserWindow => {
    const all = parts.windows();
    // Of the application's windows the one that is there to stay.
    const first = all.find(({ webContents }) => webContents.getURL().includes('/index.html')) ?? all[0];
    if (first === undefined) throw new Error('There is no window');
    return first;
  };
  return {
    endpoint: () => chromium.endpoint,
    windows: () => parts.listWindows(),
    trayState() {
      const [first] = desktop.trays;
      if (first === undefined) return null;
      const { icon, toolTip, title, redraws } = first.shown();
      return { icon: icon.name, toolTip, title, redraws };
    },
    trayClick: () => tray().click(),
    trayMenu: () => openMenu(desktop, tray()),
    async trayChoose(labels: readonly string[]) {
      await openMenu(desktop, tray());
      tray().choose(labels);
    },
    notifications: () => desktop.notifications.map((control) => control.shown()),
    clickNotification(place: number) {
      const control = desktop.notifications[place];
      if (control === undefined) throw new Error(`There is no notification ${place}`);
      control.click();
    },
    pressNotification({ place, label }: { readonly place: number; readonly label: string }) {
      const control = desktop.notifications[place];
      if (control === undefined) throw new Error(`There is no notification ${place}`);
      control.press(label);
    },
    dialogs: () => [...desktop.dialogs].map(({ shown }) => shown),
    answerDialog(label: string) {
      const [first] = desktop.dialogs;
      const button = first?.shown.buttons.indexOf(label) ?? -1;
      if (button === -1) throw new Error(`No open dialog has a button ${label}`);
      first?.answer(button);
    },
    chooseFile(path: string) {
      const asking = [...desktop.dialogs].find(({ choose }) => choose !== undefined);
      if (asking?.choose === undefined) throw new Error('No open dialog asks for a file');
      asking.choose(path);
    },
    clipboardText: () => textOf(clipboard.forOthers()),
    clipboardFormats: () => [...clipboard.forOthers().keys()],
    clipboardWrite: (text: string) => clipboard.writeByOther(text),
    pressGlobal: (accelerator: string) => parts.globalKeys.press(accelerator),
    takeGlobal: (accelerator: string) => parts.globalKeys.take(accelerator),
    power: (event: string) => parts.emitPower(event),
    setOnline: (isOnline: boolean) => parts.setOnline(isOnline),
    setDark: (isDark: boolean) => parts.setDark(isDark),
    opened: () => desktop.opened,
    told: () => parts.told,
    windowTitle: () => window().getTitle(),
    bounds: () => window().getBounds(),
    setBounds: (bounds: Partial<Electron.Rectangle>) => window().setBounds(bounds),
    closeWindow: () => window().close(),
    leave: () => {
      for (const open of parts.windows()) open.blur();
    },
    openForeign: (url: string) => parts.openForeign(url),
    quit: () => parts.quit(),
  };
}

/** Anew, since an open menu stays as it is. An application may build it at the click, and take a moment for it. */
async function openMenu(desktop: PretendedDesktop, tray: TrayControl) {
  const rows = () => tray.shown().openMenu;
  tray.closeMenu();
  tray.rightClick();
  const { promise, resolve, reject } = Promise.withResolvers<NonNullable<ReturnType<typeof rows>>>();
  const patience = setTimeout(() => reject(new Error('No menu came up')), 5_000);
  const look = () => {
    const open = rows();
    if (open !== null) resolve(open);
  };
  desktop.onChange(look);
  look();
  return promise.finally(() => clearTimeout(patience));
}
