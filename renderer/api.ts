/** The one place that knows what the preload script puts on this window for it. */
import type { Bridge } from '../preload/contract.ts';

export type Api = Bridge;

export function connectApi(): Api {
  return (globalThis as typeof globalThis & { readonly tokentray: Bridge }).tokentray;
}
