/**
 * Shows a token while a button is held, and forgets it at release.
 * Invariants: the token is given to `show` only while held, and kept nowhere here; whatever arrives after the release,
 * or after another hold began, is dropped.
 */
import type { Failure } from '../../../preload/views.ts';

export type Revealed =
  | { readonly ok: true; readonly value: { readonly token: string } }
  | { readonly ok: false; readonly failure: Failure };

export interface Hold {
  begin(): void;
  /** Does no harm when nothing is held. */
  end(): void;
}

export function createHold(parts: {
  readonly fetchToken: () => Promise<Revealed>;
  readonly show: (token: string) => void;
  /** Takes the token away again. */
  readonly hide: () => void;
  readonly fail: (failure: Failure) => void;
}): Hold {
  let held = 0;
  let holds = 0;

  async function reveal(mine: number): Promise<void> {
    const result = await parts.fetchToken();
    if (held !== mine) return;
    if (result.ok) parts.show(result.value.token);
    else parts.fail(result.failure);
  }

  return {
    begin() {
      if (held !== 0) return;
      holds += 1;
      held = holds;
      void reveal(held);
    },
    end() {
      if (held === 0) return;
      held = 0;
      parts.hide();
    },
  };
}
