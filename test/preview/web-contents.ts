/** `WebContents`: a window's page as the main process handles it. */
import { EventEmitter } from 'node:events';
import { createAppEvent } from './app-event.ts';
import type { IpcMainStandIn } from './ipc-main.ts';
import { answerPage } from './page-messages.ts';
import { mayOpenWindow } from './navigation.ts';
import type { WindowOpenHandler } from './navigation.ts';
import { createCloneCodec } from './page/clone-codec.ts';
import type { FromPage } from './page/preload-world.ts';
import type { PageView, PageWatcher } from './page-view.ts';
import type { SchemeAddress } from './scheme-address.ts';
import { WebFrameStandIn } from './web-frame.ts';

type Offered =
  | 'close'
  | 'focus'
  | 'getTitle'
  | 'getType'
  | 'getURL'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isFocused'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'loadURL'
  | 'mainFrame'
  | 'opener'
  | 'reload'
  | 'send'
  | 'session'
  | 'setWindowOpenHandler';

export interface WebContentsParts {
  readonly id: number;
  readonly session: Electron.Session;
  readonly ipcMain: IpcMainStandIn;
  readonly address: SchemeAddress;
  readonly window: {
    isFocused(): boolean;
    focus(): void;
    close(): void;
    /** The person closed it; too late to prevent. */
    closedByPerson(): void;
  };
  /** Opens the page that these contents are of. */
  open(watcher: PageWatcher): PageView;
}

const codec = createCloneCodec();

export class WebContentsStandIn extends EventEmitter implements Pick<Electron.WebContents, Offered> {
  readonly id: number;
  readonly session: Electron.Session;
  readonly mainFrame: Electron.WebFrameMain;
  readonly opener = null;
  readonly #parts: WebContentsParts;
  readonly #view: PageView;
  #url = '';
  #title = '';
  #isLoading = false;
  #isDestroyed = false;
  #isCrashed = false;
  #openHandler: WindowOpenHandler | null = null;

  constructor(parts: WebContentsParts) {
    super();
    this.#parts = parts;
    this.id = parts.id;
    this.session = parts.session;
    this.mainFrame = new WebFrameStandIn({
      id: parts.id,
      url: () => this.#url,
      isDestroyed: () => this.#isDestroyed,
      send: (channel, values) => this.#send(channel, values),
    }) as unknown as Electron.WebFrameMain;
    this.#view = parts.open(this.#watcher());
  }

  /** The page behind the contents; for the host itself, not for the application. */
  static viewOf(contents: WebContentsStandIn): PageView {
    return contents.#view;
  }

  /** False when its page objects, and no listener of `will-prevent-unload` overrules it. */
  static async mayLeave(contents: WebContentsStandIn): Promise<boolean> {
    if (!(await contents.#view.objects())) return true;
    const event = createAppEvent();
    contents.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }

  static destroy(contents: WebContentsStandIn): void {
    contents.#isDestroyed = true;
    void contents.#view.close();
    contents.emit('destroyed');
  }

  async loadURL(url: string): Promise<void> {
    this.#mustLive();
    this.#begin();
    try {
      await this.#view.goTo(this.#parts.address.toChromium(url));
    } catch (error) {
      const [, reason = 'ERR_FAILED'] = /net::(ERR_\w+)/.exec(String(error)) ?? [];
      if (!this.#isDestroyed) this.emit('did-fail-load', createAppEvent(), -2, reason, url, true, this.id, 1);
      throw Object.assign(new Error(`${reason} (-2) loading '${url}'`), { errno: -2, code: reason, url });
    } finally {
      this.#end();
    }
  }

  reload(): void {
    this.#mustLive();
    this.#begin();
    void this.#view
      .reload()
      .finally(() => this.#end())
      .catch(() => undefined);
  }

  send(channel: string, ...values: unknown[]): void {
    this.#mustLive();
    this.#send(channel, values);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  getURL(): string {
    return this.#url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): 'window' {
    return 'window';
  }

  isLoading(): boolean {
    return this.#isLoading;
  }

  isLoadingMainFrame(): boolean {
    return this.#isLoading;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  isFocused(): boolean {
    return this.#parts.window.isFocused();
  }

  focus(): void {
    this.#parts.window.focus();
  }

  close(): void {
    this.#parts.window.close();
  }

  #mustLive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }

  #send(channel: string, values: readonly unknown[]): void {
    if (typeof channel !== 'string' || channel === '') throw new TypeError('Missing required channel argument');
    this.#view.post({ kind: 'message', channel, values: codec.encode(values) });
  }

  #begin(): void {
    this.#isLoading = true;
    this.emit('did-start-loading');
  }

  #end(): void {
    this.#isLoading = false;
    if (!this.#isDestroyed) this.emit('did-stop-loading');
  }

  #watcher(): PageWatcher {
    const { address, ipcMain, window } = this.#parts;
    const self = this as unknown as Electron.WebContents;
    return {
      hear: (message) => {
        // The sender's world says where it is, which no script of the page can change.
        this.#url = address.toApp(message.url);
        if (isPressed(message) && !this.#isDestroyed) window.focus();
        answerPage({ message, sender: self, ipcMain, post: (answer) => this.#view.post(answer) });
      },
      navigated: (url) => {
        const isSamePage = this.#url.split('#')[0] === address.toApp(url).split('#')[0] && !this.#isLoading;
        this.#url = address.toApp(url);
        if (isSamePage) this.emit('did-navigate-in-page', createAppEvent(), this.#url, true, this.id, 1);
        else this.emit('did-navigate', createAppEvent(), this.#url, 200, 'OK');
      },
      domReady: () => this.emit('dom-ready'),
      loaded: () => this.emit('did-finish-load'),
      titled: (title) => {
        this.#title = title;
        this.emit('page-title-updated', createAppEvent(), title, true);
      },
      askedForWindow: (url, frameName, features) => {
        const referrer = { url: '', policy: 'strict-origin-when-cross-origin' } as const;
        const details = { url: address.toApp(url), frameName, features: features.join(','), referrer };
        return mayOpenWindow(this.#openHandler, { ...details, disposition: 'foreground-tab' });
      },
      closed: () => window.closedByPerson(),
      crashed: () => {
        this.#isCrashed = true;
        this.emit('render-process-gone', createAppEvent(), { reason: 'crashed', exitCode: 1 });
      },
    };
  }
}

/** Playwright calls every page focused; what is pressed tells where the person really is. */
function isPressed(message: FromPage): boolean {
  const isInput = message.kind === 'key' || message.kind === 'mouse';
  return isInput && (message.input['type'] === 'keyDown' || message.input['type'] === 'mouseDown');
}
