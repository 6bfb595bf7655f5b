/**
 * Turns at a host for refreshes that nobody waits for: hundreds may be due at one moment, such as after a sleep.
 *
 * Invariants, for each host:
 * - at most `turnsPerHost` requests of those who wait for turns are under way;
 * - as many refreshes again are begun and stand ready with all but the request, so that no turn is lost to preparing;
 * - who asks for a token waits for no turn, nor does a refresh that somebody who asks has joined.
 */

/** How many requests are under way at one host at a time: servers count the requests of one client, and answer 429. */
export const turnsPerHost = 1;

const mostBegun = 2 * turnsPerHost;

type Work = () => Promise<void>;

interface Host {
  begun: number;
  sending: number;
  /** By profile id, in the order in which they came. */
  waiting: Map<string, Work>;
  /** Begun, and ready to send: what lets each do so. */
  ready: Map<string, () => void>;
}

interface Place {
  readonly host: Host;
  readonly isFirst: boolean;
}

export class HostTurns {
  private readonly hosts = new Map<string, Host>();
  private readonly waitingIds = new Set<string>();
  private readonly begun = new Map<string, Place>();

  isWaiting(profileId: string): boolean {
    return this.waitingIds.has(profileId);
  }

  /**
   * Begins `work`, which never rejects, when its host has room; at once where the host is not known. Its requests go through
   * `inTurn`. `isFirst`: begins at once, and sends ahead of all others that do not yet.
   */
  add(profileId: string, hostName: string | undefined, work: Work, isFirst = false): void {
    if (hostName === undefined) return void work();
    const host = this.hosts.get(hostName) ?? { begun: 0, sending: 0, waiting: new Map(), ready: new Map() };
    this.hosts.set(hostName, host);
    if (isFirst) return this.begin(profileId, hostName, { host, isFirst }, work);
    host.waiting.set(profileId, work);
    this.waitingIds.add(profileId);
    this.fill(hostName, host);
  }

  /** Sends when it is the turn of a profile whose work was begun here; at once for all others. */
  async inTurn<Answer>(profileId: string, send: () => Promise<Answer>): Promise<Answer> {
    const place = this.begun.get(profileId);
    if (place === undefined) return send();
    const { host } = place;
    if (host.sending >= turnsPerHost) await standReady(profileId, place);
    else host.sending++;
    try {
      return await send();
    } finally {
      host.sending--;
      if (host.sending < turnsPerHost) letThrough(host, host.ready.keys().next().value);
    }
  }

  /** Somebody waits for the profile now: it needs no turn any more. */
  hurry(profileId: string): void {
    const place = this.begun.get(profileId);
    if (place !== undefined) letThrough(place.host, profileId);
  }

  /** Forgets those that have not begun. */
  clear(): void {
    for (const { waiting } of this.hosts.values()) waiting.clear();
    this.waitingIds.clear();
  }

  private fill(name: string, host: Host): void {
    for (const [profileId, work] of host.waiting) {
      if (host.begun >= mostBegun) return;
      host.waiting.delete(profileId);
      this.waitingIds.delete(profileId);
      this.begin(profileId, name, { host, isFirst: false }, work);
    }
    if (host.begun === 0) this.hosts.delete(name);
  }

  private begin(profileId: string, name: string, place: Place, work: Work): void {
    const { host } = place;
    host.begun++;
    this.begun.set(profileId, place);
    void work().finally(() => {
      host.begun--;
      this.begun.delete(profileId);
      this.fill(name, host);
    });
  }
}

function standReady(profileId: string, { host, isFirst }: Place): Promise<void> {
  return new Promise((resolve) => {
    if (isFirst) host.ready = new Map([[profileId, resolve], ...host.ready]);
    else host.ready.set(profileId, resolve);
  });
}

/** The turn is taken on behalf of whom it is given to: nobody comes in between. */
function letThrough(host: Host, profileId: string | undefined): void {
  const go = profileId === undefined ? undefined : host.ready.get(profileId);
  if (profileId === undefined || go === undefined) return;
  host.ready.delete(profileId);
  host.sending++;
  go();
}
