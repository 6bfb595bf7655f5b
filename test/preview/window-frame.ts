/** What a window is apart from its page and its place: shown or hidden, focused, with a title. */
import type { PreviewSize } from './options.ts';
import type { WindowList } from './window-list.ts';
import { WindowPlace } from './window-place.ts';
import type { WindowPlaceParts } from './window-place.ts';

type Offered =
  | 'blur'
  | 'flashFrame'
  | 'focus'
  | 'getTitle'
  | 'hide'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMinimized'
  | 'isNormal'
  | 'isVisible'
  | 'minimize'
  | 'moveTop'
  | 'removeMenu'
  | 'restore'
  | 'setAlwaysOnTop'
  | 'setBackgroundColor'
  | 'setIcon'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setSkipTaskbar'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'title';

export interface WindowFrameParts extends WindowPlaceParts {
  self(): Electron.BrowserWindow;
  readonly windows: WindowList;
  seen(isVisible: boolean): void;
}

export class WindowFrame extends WindowPlace implements Pick<Electron.BrowserWindow, Offered> {
  readonly #parts: WindowFrameParts;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;

  constructor(
    options: Electron.BrowserWindowConstructorOptions,
    viewport: PreviewSize | null,
    parts: WindowFrameParts,
  ) {
    super(options, viewport, parts);
    this.#parts = parts;
    this.#title = options.title ?? '';
    this.#isVisible = options.show !== false;
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.setTitle(title);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.#parts.mustLive();
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show');
    this.#tellVisibility();
  }

  hide(): void {
    this.#parts.mustLive();
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.emit('hide');
    this.#tellVisibility();
    this.blur();
  }

  focus(): void {
    this.#parts.mustLive();
    if (this.#isVisible && !this.#isMinimized) this.#parts.windows.focus(this.#parts.self());
  }

  blur(): void {
    this.#parts.mustLive();
    this.#parts.windows.blur(this.#parts.self());
  }

  minimize(): void {
    this.#parts.mustLive();
    if (this.#isMinimized) return;
    this.#isMinimized = true;
    this.emit('minimize');
    this.#tellVisibility();
    this.blur();
  }

  restore(): void {
    this.#parts.mustLive();
    if (!this.#isMinimized) {
      this.unmaximize();
      return;
    }
    this.#isMinimized = false;
    this.emit('restore');
    this.#tellVisibility();
    this.focus();
  }

  isVisible(): boolean {
    this.#parts.mustLive();
    return this.#isVisible;
  }

  isFocused(): boolean {
    this.#parts.mustLive();
    return this.#parts.windows.focused() === this.#parts.self();
  }

  isMinimized(): boolean {
    this.#parts.mustLive();
    return this.#isMinimized;
  }

  isNormal(): boolean {
    return !this.isMaximized() && !this.isMinimized();
  }

  isFullScreen(): boolean {
    this.#parts.mustLive();
    return false;
  }

  setTitle(title: string): void {
    this.#parts.mustLive();
    this.#title = title;
  }

  getTitle(): string {
    this.#parts.mustLive();
    return this.#title;
  }

  // A frame around the page is the business of the system's window manager; here there is none to change.
  flashFrame(): void {}
  moveTop(): void {}
  removeMenu(): void {}
  setAlwaysOnTop(): void {}
  setBackgroundColor(): void {}
  setIcon(): void {}
  setMenu(): void {}
  setMenuBarVisibility(): void {}
  setSkipTaskbar(): void {}

  #tellVisibility(): void {
    this.#parts.seen(this.#isVisible && !this.#isMinimized);
  }
}
