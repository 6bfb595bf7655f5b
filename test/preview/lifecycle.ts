/** Holds the application to Electron's two phases: what must come before `ready`, and what may only come after. */

export interface Lifecycle {
  readonly isReady: boolean;
  readonly whenReady: Promise<void>;
  /** Throws before ready; `what` completes "… app is ready". */
  requireReady(what: string): void;
  /** Throws after ready. */
  requireNotReady(what: string): void;
  becomeReady(): void;
}

export function createLifecycle(): Lifecycle {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isReady = false;
  return {
    get isReady() {
      return isReady;
    },
    whenReady: promise,
    requireReady(what) {
      if (!isReady) throw new Error(`${what} before app is ready`);
    },
    requireNotReady(what) {
      if (isReady) throw new Error(`${what} before app is ready; it is ready already`);
    },
    becomeReady() {
      isReady = true;
      resolve();
    },
  };
}
