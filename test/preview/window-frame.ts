/** What a window is apart from its page: shown or hidden, focused, where and how large, with a title. */
import { EventEmitter } from 'node:events';
import { createAppEvent } from './app-event.ts';
import type { PreviewSize } from './options.ts';
import { centre, initialBounds, sizeLimits, within, workArea } from './window-bounds.ts';
import type { WindowList } from './window-list.ts';

type Offered =
  | 'blur'
  | 'center'
  | 'flashFrame'
  | 'focus'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getPosition'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isNormal'
  | 'isVisible'
  | 'maximize'
  | 'minimize'
  | 'moveTop'
  | 'removeMenu'
  | 'restore'
  | 'setAlwaysOnTop'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentSize'
  | 'setIcon'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setPosition'
  | 'setSize'
  | 'setSkipTaskbar'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'title'
  | 'unmaximize';

export interface WindowFrameParts {
  self(): Electron.BrowserWindow;
  readonly windows: WindowList;
  /** Throws when the window is destroyed. */
  mustLive(): void;
  resized(size: PreviewSize): void;
  seen(isVisible: boolean): void;
}

export class WindowFrame extends EventEmitter implements Pick<Electron.BrowserWindow, Offered> {
  readonly #parts: WindowFrameParts;
  #limits;
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;

  constructor(
    options: Electron.BrowserWindowConstructorOptions,
    viewport: PreviewSize | null,
    parts: WindowFrameParts,
  ) {
    super();
    this.#parts = parts;
    this.#limits = viewport === null ? sizeLimits(options) : sizeLimits({});
    this.#bounds = initialBounds(options, viewport);
    this.#normalBounds = this.#bounds;
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

  maximize(): void {
    this.#parts.mustLive();
    if (this.#isMaximized) return;
    this.#normalBounds = this.#bounds;
    this.#isMaximized = true;
    this.emit('maximize');
    this.#place(workArea);
  }

  unmaximize(): void {
    this.#parts.mustLive();
    if (!this.#isMaximized) return;
    this.#isMaximized = false;
    this.emit('unmaximize');
    this.#place(this.#normalBounds);
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

  isMaximized(): boolean {
    this.#parts.mustLive();
    return this.#isMaximized;
  }

  isNormal(): boolean {
    return !this.isMaximized() && !this.isMinimized();
  }

  isFullScreen(): boolean {
    this.#parts.mustLive();
    return false;
  }

  getBounds(): Electron.Rectangle {
    this.#parts.mustLive();
    return { ...this.#bounds };
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getNormalBounds(): Electron.Rectangle {
    this.#parts.mustLive();
    return { ...(this.#isMaximized ? this.#normalBounds : this.#bounds) };
  }

  getSize(): number[] {
    const { width, height } = this.getBounds();
    return [width, height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  getPosition(): number[] {
    const { x, y } = this.getBounds();
    return [x, y];
  }

  getMinimumSize(): number[] {
    const { width, height } = this.#limits.minimum;
    return [width, height];
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#parts.mustLive();
    this.#place({ ...this.#bounds, ...bounds });
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  setMinimumSize(width: number, height: number): void {
    this.#limits = { ...this.#limits, minimum: { width, height } };
  }

  center(): void {
    this.setBounds(centre(this.getBounds()));
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

  #place(wanted: Electron.Rectangle): void {
    const before = this.#bounds;
    this.#bounds = { ...wanted, ...within(wanted, this.#limits) };
    const { x, y, width, height } = this.#bounds;
    if (width !== before.width || height !== before.height) {
      this.#parts.resized({ width, height });
      this.emit('resize');
    }
    if (x !== before.x || y !== before.y) this.emit('move', createAppEvent());
  }
}
