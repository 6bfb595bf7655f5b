/** Renewing many profiles because a person asked: each as a forced request, in its turn at the host. */
import type { HostTurns } from './host-turns.ts';

export interface RenewalsOptions {
  readonly hosts: HostTurns;
  /** Undefined where it is not known: no request is made then. */
  readonly hostOf: (profileId: string) => string | undefined;
  /** Makes the request. */
  readonly ask: (profileId: string) => Promise<unknown>;
}

export class Renewals {
  private readonly options: RenewalsOptions;
  /** Those that wait or are under way: asking for one again is to wait for it. */
  private readonly running = new Map<string, Promise<void>>();

  constructor(options: RenewalsOptions) {
    this.options = options;
  }

  /** Rejects with what the attempt met. Takes the place of a refresh by timer that waits for its turn. */
  renew(profileId: string): Promise<void> {
    const joined = this.running.get(profileId);
    if (joined !== undefined) return joined;
    const { hosts, hostOf, ask } = this.options;
    const renewal = new Promise<void>((resolve, reject) => {
      const work = () => ask(profileId).then(() => resolve(), reject);
      hosts.add(profileId, hostOf(profileId), work);
    });
    const tracked = renewal.finally(() => this.running.delete(profileId));
    this.running.set(profileId, tracked);
    return tracked;
  }
}
