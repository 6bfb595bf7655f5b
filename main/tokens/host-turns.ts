/** Turns at a host for refreshes by timer: hundreds may be due at one moment, such as after a sleep. */

/** How many are under way at one host at a time. Who asks for a token does not wait for a turn. */
export const turnsPerHost = 6;

interface Host {
  running: number;
  /** By profile id, in the order in which they came. */
  waiting: Map<string, () => Promise<void>>;
}

export class HostTurns {
  private readonly hosts = new Map<string, Host>();
  private readonly waitingIds = new Set<string>();

  isWaiting(profileId: string): boolean {
    return this.waitingIds.has(profileId);
  }

  /**
   * Does `work`, which never rejects, when it is its turn; at once where the host is not known. `isFirst`: ahead of those that
   * wait, not of those under way.
   */
  add(profileId: string, hostName: string | undefined, work: () => Promise<void>, isFirst = false): void {
    if (hostName === undefined) return void work();
    const host = this.hosts.get(hostName) ?? { running: 0, waiting: new Map() };
    this.hosts.set(hostName, host);
    if (isFirst) host.waiting = new Map([[profileId, work], ...host.waiting]);
    else host.waiting.set(profileId, work);
    this.waitingIds.add(profileId);
    this.next(hostName, host);
  }

  /** Forgets those that wait. */
  clear(): void {
    for (const { waiting } of this.hosts.values()) waiting.clear();
    this.waitingIds.clear();
  }

  private next(name: string, host: Host): void {
    for (const [profileId, work] of host.waiting) {
      if (host.running >= turnsPerHost) return;
      host.waiting.delete(profileId);
      this.waitingIds.delete(profileId);
      host.running++;
      void work().finally(() => {
        host.running--;
        this.next(name, host);
      });
    }
    if (host.running === 0) this.hosts.delete(name);
  }
}
