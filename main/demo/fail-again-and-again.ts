/** Lets a server fail for a while, recover, and fail again, so that both can be watched. */
import type { Clock, Timer } from '../clock.ts';
import type { TenantControls } from './server/controls.ts';

export interface Rhythm {
  readonly worksForMs: number;
  readonly failsForMs: number;
}

/** For one client; it works at first. */
export function failAgainAndAgain(
  clock: Clock,
  tenant: Pick<TenantControls, 'misbehave'>,
  clientId: string,
  { worksForMs, failsForMs }: Rhythm,
): Timer {
  let timer = clock.setTimer(worksForMs, fail);
  function fail(): void {
    tenant.misbehave(clientId, { kind: 'status', status: 503 }, { forMs: failsForMs });
    timer = clock.setTimer(failsForMs + worksForMs, fail);
  }
  return { cancel: () => timer.cancel() };
}
