/** A message at the edge of the window, as whoever shows one asks for it. */
import type { Toast } from '../../preload/replies.ts';

export interface ToastRequest extends Toast {
  /** One thing that can be done about it, such as undoing it. */
  readonly action?: { readonly label: string; run(): void };
  /** Milliseconds until it goes by itself; default 5,000, for failures 10,000. */
  readonly lastsMs?: number;
}

export interface Toasts {
  show(toast: ToastRequest): void;
}
