/** `screen`: one display. */
import { EventEmitter } from 'node:events';
import type { Lifecycle } from './lifecycle.ts';
import type { ScreenArea } from './window-bounds.ts';

type Offered = Pick<
  Electron.Screen,
  'getAllDisplays' | 'getCursorScreenPoint' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getPrimaryDisplay'
>;

const display = ({ whole, work }: ScreenArea): Electron.Display => ({
  id: 1,
  label: 'Preview',
  bounds: { ...whole },
  workArea: { ...work },
  size: { width: whole.width, height: whole.height },
  workAreaSize: { width: work.width, height: work.height },
  nativeOrigin: { x: 0, y: 0 },
  scaleFactor: 1,
  rotation: 0,
  colorDepth: 24,
  colorSpace: 'srgb',
  depthPerComponent: 8,
  displayFrequency: 60,
  detected: true,
  internal: true,
  monochrome: false,
  accelerometerSupport: 'unavailable',
  touchSupport: 'unavailable',
  maximumCursorSize: { width: 64, height: 64 },
});

/** Any use of it before ready throws, as Electron's own does. */
export function createScreen(lifecycle: Lifecycle, area: () => ScreenArea): Offered & EventEmitter {
  const screen: Offered & EventEmitter = Object.assign(new EventEmitter(), {
    getAllDisplays: () => [display(area())],
    getPrimaryDisplay: () => display(area()),
    getDisplayMatching: () => display(area()),
    getDisplayNearestPoint: () => display(area()),
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  });
  return new Proxy(screen, {
    get(target, name, receiver) {
      lifecycle.requireReady("The 'screen' module can't be used");
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
