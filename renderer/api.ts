/** The one place that knows `window.tokentray`, what the preload script puts there for this window. */
import type { Bridge } from '../preload/contract.ts';

declare global {
  interface Window {
    readonly tokentray: Bridge;
  }
}

export type Api = Bridge;

export function connectApi(): Api {
  return window.tokentray;
}
