/**
 * Turns at a host for refreshes that nobody waits for: hundreds may be due at one moment, such as after a sleep.
 *
 * Invariants, for each host:
 * - at most `turnsPerHost` requests of those who wait for turns are under way;
 * - as many refreshes again are begun and stand ready with all but the request, so that no turn is lost to preparing;
 * - who asks for a token waits for no turn, nor does a refresh that somebody who asks has joined.
 */
import { TokentrayError } from '../errors.ts';

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
  ready: Map<string, Ready>;
}

interface Ready {
  readonly go: () => void;
  readonly giveUp: () => void;
}

interface Place {
  readonly host: Host;
  readonly isFirst: boolean;
  /** Somebody waits for it, who needs no turn: also when that was known before it stood ready. */
  isHurried: boolean;
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
    if (isFirst) return this.begin(profileId, hostName, { host, isFirst, isHurried: false }, work);
    host.waiting.set(profileId, work);
    this.waitingIds.add(profileId);
    this.fill(hostName, host);
  }

  /**
   * Sends when it is the turn of a profile whose work was begun here; at once for all others. Rejects with `internal.cancelled`
   * when it stands ready at the end.
   */
  async inTurn<Answer>(profileId: string, send: () => Promise<Answer>): Promise<Answer> {
    const place = this.begun.get(profileId);
    if (place === undefined) return send();
    const { host } = place;
    if (host.sending >= turnsPerHost && !place.isHurried) await standReady(profileId, place);
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
    if (place === undefined) return;
    place.isHurried = true;
    letThrough(place.host, profileId);
  }

  /** At the end: forgets those that have not begun, and sends nothing of what stands ready. */
  clear(): void {
    for (const { waiting, ready } of this.hosts.values()) {
      waiting.clear();
      for (const { giveUp } of ready.values()) giveUp();
      ready.clear();
    }
    this.waitingIds.clear();
  }

  private fill(name: string, host: Host): void {
    for (const [profileId, work] of host.waiting) {
      if (host.begun >= mostBegun) return;
      host.waiting.delete(profileId);
      this.waitingIds.delete(profileId);
      this.begin(profileId, name, { host, isFirst: false, isHurried: false }, work);
    }
    if (host.begun === 0) this.hosts.delete(name);
  }

  private begin(profileId: string, name: string, place: Place, work: Work): void {
    const { host } = place;
    host.begun++;
    this.begun.set(profileId, place);
    void work().finally(() => {
      host.begun--;
      // It may have begun once more meanwhile.
      if (this.begun.get(profileId) === place) this.begun.delete(profileId);
      this.fill(name, host);
    });
  }
}

function standReady(profileId: string, { host, isFirst }: Place): Promise<void> {
  return new Promise((go, reject) => {
    const ready: Ready = { go, giveUp: () => reject(new TokentrayError('internal.cancelled')) };
    if (isFirst) host.ready = new Map([[profileId, ready], ...host.ready]);
    else host.ready.set(profileId, ready);
  });
}

/** The turn is taken on behalf of whom it is given to: nobody comes in between. */
function letThrough(host: Host, profileId: string | undefined): void {
  const ready = profileId === undefined ? undefined : host.ready.get(profileId);
  if (profileId === undefined || ready === undefined) return;
  host.ready.delete(profileId);
  host.sending++;
  ready.go();
}
