/** First script of every window's page: waits for what the preload script exposes. Runs in the page and refers to nothing outside. */
import type { createMembrane } from './membrane.ts';

export interface WorldKeys {
  /** Name of the event by which the two worlds find each other; random, and heard only before scripts of the page run. */
  readonly meeting: string;
  /** Name of the function by which the preload script's world reaches the main process. It never is in the page's world. */
  readonly binding: string;
}

/** The few things of a browser that the page scripts need; the Node configuration has no DOM. */
export interface PageGlobal extends EventTarget {
  readonly top: unknown;
  readonly location: { readonly href: string };
  readonly document: EventTarget;
  readonly Document: { readonly prototype: object };
}

export function startMainWorld(page: PageGlobal, keys: WorldKeys, membraneOf: typeof createMembrane): void {
  if (page.top !== page) return;
  let isHidden = false;

  function deepFreeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) deepFreeze(held);
    return Object.freeze(value);
  }

  function expose(name: string, api: unknown): void {
    Object.defineProperty(page, name, {
      value: deepFreeze(api),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  }

  // Playwright keeps every page visible; this is how a hidden window is told so all the same.
  function setHidden(next: boolean): void {
    if (next === isHidden) return;
    isHidden = next;
    page.document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }
  Object.defineProperty(page.Document.prototype, 'hidden', { get: () => isHidden, configurable: true });
  Object.defineProperty(page.Document.prototype, 'visibilityState', {
    get: () => (isHidden ? 'hidden' : 'visible'),
    configurable: true,
  });

  page.addEventListener(
    keys.meeting,
    (event) => {
      const [port] = (event as MessageEvent).ports;
      if (port === undefined) return;
      const membrane = membraneOf(port, 'page', 'preload');
      const hear = (kind: string, run: (data: unknown[]) => void) =>
        port.addEventListener(kind, (message) => run((message as MessageEvent).data as unknown[]));
      hear('expose', ([name, api]) => expose(name as string, membrane.unwrap(api)));
      hear('hidden', ([next]) => setHidden(next === true));
    },
    { once: true },
  );
}
