/** Where a window is and how large: pure arithmetic on the one screen that the preview has. */
import type { PreviewSize } from './options.ts';

export interface ScreenArea {
  readonly whole: Electron.Rectangle;
  /** What a task bar leaves. */
  readonly work: Electron.Rectangle;
}

/** Where nothing is shown to anybody. */
export const pretendedScreen: ScreenArea = {
  whole: { x: 0, y: 0, width: 1920, height: 1080 },
  work: { x: 0, y: 0, width: 1920, height: 1040 },
};

export interface SizeLimits {
  readonly minimum: PreviewSize;
  readonly maximum: PreviewSize;
}

type Options = Electron.BrowserWindowConstructorOptions;

export function sizeLimits(options: Options): SizeLimits {
  const { minWidth = 0, minHeight = 0, maxWidth = 0, maxHeight = 0 } = options;
  return { minimum: { width: minWidth, height: minHeight }, maximum: { width: maxWidth, height: maxHeight } };
}

/** @param viewport a size that goes before what the options say */
export function initialBounds(
  options: Options,
  viewport: PreviewSize | null,
  work: Electron.Rectangle,
): Electron.Rectangle {
  const { width = 800, height = 600 } = viewport ?? options;
  const centred = centre({ width, height }, work);
  const { x, y } = options.x === undefined || options.y === undefined ? centred : { x: options.x, y: options.y };
  return { x, y, ...(viewport ?? within({ width, height }, sizeLimits(options))) };
}

export function centre({ width, height }: PreviewSize, work: Electron.Rectangle): Electron.Point {
  const x = work.x + Math.round((work.width - width) / 2);
  const y = work.y + Math.round((work.height - height) / 2);
  return { x, y };
}

/** A maximum of 0 is none. */
export function within({ width, height }: PreviewSize, { minimum, maximum }: SizeLimits): PreviewSize {
  const clamp = (value: number, low: number, high: number) => Math.max(low, high === 0 ? value : Math.min(value, high));
  return {
    width: clamp(width, minimum.width, maximum.width),
    height: clamp(height, minimum.height, maximum.height),
  };
}
