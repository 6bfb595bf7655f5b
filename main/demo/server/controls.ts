/** How whoever started a demo tenant makes it misbehave. */
import type { Clock } from '../../clock.ts';
import { createMisbehaviour, type Fault, type FaultSpan, type Misbehaviour } from './misbehaviour.ts';
import { createTenantClock } from './tenant-clock.ts';

export interface TenantControls {
  /** Makes token requests of this client go wrong; `span` says for how long, default until `behave`. */
  misbehave(clientId: string, fault: Fault, span?: FaultSpan): void;
  behave(clientId: string): void;
  /** Puts its clock so many seconds ahead (negative: behind): dates of answers, times in tokens, and what it takes for expired. */
  skewClock(seconds: number): void;
}

export interface Controlled {
  /** The tenant's own. */
  readonly clock: Clock;
  readonly misbehaviour: Misbehaviour;
  readonly controls: TenantControls;
}

export function createControls(clock: Clock): Controlled {
  const misbehaviour = createMisbehaviour(clock);
  const tenantClock = createTenantClock(clock);
  return {
    clock: tenantClock,
    misbehaviour,
    controls: {
      misbehave: (clientId, fault, span) => misbehaviour.set(clientId, fault, span),
      behave: (clientId) => misbehaviour.clear(clientId),
      skewClock: (seconds) => tenantClock.skew(seconds),
    },
  };
}
