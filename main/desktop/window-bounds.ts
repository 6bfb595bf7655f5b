/** Where the window opens: where it was, as long as that is still on a display. */
import type { Rectangle } from 'electron';

/** What is kept from one window to the next. */
export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean;
}

/** Without x and y the system chooses the place. */
export interface OpeningBounds {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
}

export const smallestWindow = { width: 380, height: 480 } as const;
const firstWindow = { width: 960, height: 680 } as const;

/** So much of the window must be on a display that its title can be seen and dragged, in pixels. */
const graspable = { width: 120, height: 40 } as const;

/** `workAreas`: of the displays there are now. */
export function openingBounds(kept: WindowPlace | undefined, workAreas: readonly Rectangle[]): OpeningBounds {
  if (kept === undefined) return firstWindow;
  const area = workAreas.find((area) => isGraspable(kept, area));
  const size = {
    width: within(kept.width, smallestWindow.width, area?.width),
    height: within(kept.height, smallestWindow.height, area?.height),
  };
  return area === undefined ? size : { ...size, x: kept.x, y: Math.max(kept.y, area.y) };
}

/** Undefined for anything that is no place of a window. */
export function readPlace(text: string): WindowPlace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height, isMaximized } = value as Readonly<Record<string, unknown>>;
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return undefined;
  return { x, y, width, height, isMaximized: isMaximized === true };
}

function isWhole(side: unknown): side is number {
  return Number.isSafeInteger(side);
}

function isGraspable(window: Rectangle, area: Rectangle): boolean {
  const left = Math.max(window.x, area.x);
  const right = Math.min(window.x + window.width, area.x + area.width);
  // The title is at the top.
  const top = Math.max(window.y, area.y);
  const bottom = Math.min(window.y + graspable.height, area.y + area.height);
  return right - left >= graspable.width && bottom > top;
}

function within(size: number, least: number, most: number = Number.POSITIVE_INFINITY): number {
  return Math.max(least, Math.min(size, most));
}
