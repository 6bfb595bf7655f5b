/** The application under test by the orders that both hosts understand, and the little that each does its own way. */
import type { Page } from 'playwright';
import type { OrderAnswer, OrderInput, OrderName } from '../../preview/control-protocol.ts';
import type { AppUnderTest } from './app-under-test.ts';

export type Order = <Name extends OrderName>(name: Name, input: OrderInput<Name>) => Promise<OrderAnswer<Name>>;

export interface HostParts {
  readonly host: AppUnderTest['host'];
  readonly home: string;
  readonly order: Order;
  readonly ended: Promise<number | null>;
  output(): string;
  window(page: string): Promise<Page>;
  hasWindow(page: string): Promise<boolean>;
  setDark(isDark: boolean): Promise<void>;
  setOnline(isOnline: boolean): Promise<void>;
  foreignWindow(url: string): Promise<Page>;
  kill(): Promise<void>;
  /** The process has ended. */
  close(): Promise<void>;
}

const mainPage = 'index.html';

/** Whether the address, as the application knows it, is that of its page with this name. */
export function isAppPage(url: string, page: string): boolean {
  return url.split('#')[0] === `app://tokentray/${page}`;
}

export function createAppUnderTest(parts: HostParts): AppUnderTest {
  const { order } = parts;

  async function trayState() {
    const state = await order('trayState', null);
    if (state === null) throw new Error('There is no tray');
    return state;
  }

  return {
    host: parts.host,
    home: parts.home,
    window: (page = mainPage) => parts.window(page),
    hasWindow: (page = mainPage) => parts.hasWindow(page),
    tray: {
      isShown: async () => (await order('trayState', null)) !== null,
      tooltip: async () => (await trayState()).toolTip,
      icon: async () => (await trayState()).icon,
      redraws: async () => (await trayState()).redraws,
      click: async () => void (await order('trayClick', null)),
      menu: () => order('trayMenu', null),
      choose: async (...labels) => void (await order('trayChoose', labels)),
    },
    notifications: () => order('notifications', null),
    clickNotification: async (place) => void (await order('clickNotification', place)),
    pressNotification: async (place, label) => void (await order('pressNotification', { place, label })),
    dialogs: () => order('dialogs', null),
    answerDialog: async (label) => void (await order('answerDialog', label)),
    chooseFile: async (path) => void (await order('chooseFile', path)),
    clipboard: {
      text: () => order('clipboardText', null),
      formats: () => order('clipboardFormats', null),
      write: async (text) => void (await order('clipboardWrite', text)),
    },
    pressGlobal: (accelerator) => order('pressGlobal', accelerator),
    takeGlobal: async (accelerator) => void (await order('takeGlobal', accelerator)),
    power: async (event) => void (await order('power', event)),
    setOnline: (isOnline) => parts.setOnline(isOnline),
    setDark: (isDark) => parts.setDark(isDark),
    opened: () => order('opened', null),
    told: () => order('told', null),
    windowTitle: () => order('windowTitle', null),
    windowBounds: () => order('bounds', null),
    setWindowBounds: async (bounds) => void (await order('setBounds', bounds)),
    closeWindow: async () => void (await order('closeWindow', null)),
    leave: async () => void (await order('leave', null)),
    foreignWindow: (url) => parts.foreignWindow(url),
    output: () => parts.output(),
    ended: () => parts.ended,
    async quit() {
      // The process may be gone before it can answer.
      await Promise.race([order('quit', null).catch(() => undefined), parts.ended]);
      const code = await parts.ended;
      await parts.close();
      return code;
    },
    async kill() {
      await parts.kill();
      await parts.close();
    },
  };
}
