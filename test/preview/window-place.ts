/** Where a window is and how large, and how it comes back from filling the screen. */
import { EventEmitter } from 'node:events';
import { createAppEvent } from './app-event.ts';
import type { PreviewSize } from './options.ts';
import { centre, initialBounds, sizeLimits, within } from './window-bounds.ts';

type Offered =
  | 'center'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getPosition'
  | 'getSize'
  | 'isMaximized'
  | 'maximize'
  | 'setBounds'
  | 'setContentSize'
  | 'setMinimumSize'
  | 'setPosition'
  | 'setSize'
  | 'unmaximize';

export interface WindowPlaceParts {
  /** Throws when the window is destroyed. */
  mustLive(): void;
  workArea(): Electron.Rectangle;
  placed(bounds: Electron.Rectangle): void;
}

export class WindowPlace extends EventEmitter implements Pick<Electron.BrowserWindow, Offered> {
  readonly #parts: WindowPlaceParts;
  #limits;
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  #isMaximized = false;

  /** @param viewport a size that goes before what the options say */
  constructor(
    options: Electron.BrowserWindowConstructorOptions,
    viewport: PreviewSize | null,
    parts: WindowPlaceParts,
  ) {
    super();
    this.#parts = parts;
    this.#limits = viewport === null ? sizeLimits(options) : sizeLimits({});
    this.#bounds = initialBounds(options, viewport, parts.workArea());
    this.#normalBounds = this.#bounds;
  }

  maximize(): void {
    this.#parts.mustLive();
    if (this.#isMaximized) return;
    this.#normalBounds = this.#bounds;
    this.#isMaximized = true;
    this.emit('maximize');
    this.#place(this.#parts.workArea());
  }

  unmaximize(): void {
    this.#parts.mustLive();
    if (!this.#isMaximized) return;
    this.#isMaximized = false;
    this.emit('unmaximize');
    this.#place(this.#normalBounds);
  }

  isMaximized(): boolean {
    this.#parts.mustLive();
    return this.#isMaximized;
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
    this.setBounds(centre(this.getBounds(), this.#parts.workArea()));
  }

  #place(wanted: Electron.Rectangle): void {
    const before = this.#bounds;
    this.#bounds = { ...wanted, ...within(wanted, this.#limits) };
    const { x, y, width, height } = this.#bounds;
    const isResized = width !== before.width || height !== before.height;
    const isMoved = x !== before.x || y !== before.y;
    if (isResized || isMoved) this.#parts.placed(this.#bounds);
    if (isResized) this.emit('resize');
    if (isMoved) this.emit('move', createAppEvent());
  }
}
