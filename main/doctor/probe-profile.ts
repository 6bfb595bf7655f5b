/** Probes with a token that is only asked for once it is sure that there is something to ask with it. */
import { probe } from './probe.ts';
import type { ProbeInput } from './probe.ts';
import type { ProbeResult, ProbeToken } from './probe-result.ts';
import { probeTarget } from './probe-target.ts';

export interface ProfileProbe extends Omit<ProbeInput, 'token'> {
  /** Gets a token, renewing it first if it must; what it rejects with, `probeProfile` does, too. */
  readonly token: () => Promise<ProbeToken>;
}

/** Rejects like `probe`, and with what kept the token from being had: `auth.*`, `network.*`, `storage.*`. */
export async function probeProfile({ token, ...input }: ProfileProbe): Promise<ProbeResult> {
  const target = probeTarget(input.profile, input.profile.scope, input.url);
  return 'verdict' in target ? target : probe({ ...input, token: await token() });
}
