/**
 * Who may listen for browsers on a port: all sign-ins of this process together, and one Tokentray process at a time.
 *
 * Invariants: one listener for each port, from its first use to its last; the lease `port:<number>` is held while it is
 * open, so a port that is taken without one belongs to another program.
 */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { RedirectListener } from '../sign-in/redirect-listener.ts';
import type { Lease, LeaseStore } from '../storage/storage.ts';

export interface PortUse {
  readonly listener: RedirectListener;
  /** Resolves when the port is free again, where this was its last use. A second call does nothing more. */
  release(): Promise<void>;
}

interface SharedPort {
  users: number;
  /** Undefined: another process has the port. */
  readonly opened: Promise<{ readonly listener: RedirectListener; readonly lease: Lease } | undefined>;
}

/** A day. A process that has gone loses its leases at once; one that lives gives them back. */
const leaseLifetimeMs = 24 * 60 * 60 * 1_000;

/** While another process has the port: how often to see whether it still does. */
const lookAgainMs = 250;

export class SignInPorts {
  private readonly clock: Clock;
  private readonly leases: LeaseStore;
  private readonly shared = new Map<number, SharedPort>();
  private readonly closing = new Map<number, Promise<void>>();

  constructor(clock: Clock, leases: LeaseStore) {
    this.clock = clock;
    this.leases = leases;
  }

  /** Any free port, for one sign-in alone. Rejects with `auth.sign_in_port_taken` where there is none. */
  async takeFree(): Promise<PortUse> {
    const listener = await this.listen(undefined);
    return { listener, release: once(() => listener.close()) };
  }

  /**
   * Undefined while another Tokentray process listens there. Rejects with `auth.sign_in_port_taken` and `storage.*`.
   */
  async take(port: number): Promise<PortUse | undefined> {
    await this.closing.get(port);
    const shared = this.shared.get(port) ?? this.open(port);
    shared.users++;
    try {
      const opened = await shared.opened;
      if (opened !== undefined) return { listener: opened.listener, release: once(() => this.leave(port, shared)) };
    } catch (error) {
      await this.leave(port, shared);
      throw error;
    }
    await this.leave(port, shared);
    return undefined;
  }

  /** The same, as soon as no other process has it; undefined when `signal` aborted. */
  async takeInTurn(port: number, signal: AbortSignal): Promise<PortUse | undefined> {
    while (!signal.aborted) {
      const use = await this.take(port);
      if (use !== undefined) return use;
      await sleep(this.clock, lookAgainMs, signal);
    }
    return undefined;
  }

  private open(port: number): SharedPort {
    const shared: SharedPort = { users: 0, opened: this.openLeased(port) };
    this.shared.set(port, shared);
    return shared;
  }

  private async openLeased(port: number): Promise<Awaited<SharedPort['opened']>> {
    const lease = await this.leases.acquire(`port:${port}`, leaseLifetimeMs);
    if (!('nonce' in lease)) return undefined;
    try {
      return { listener: await this.listen(port), lease };
    } catch (error) {
      await this.leases.release(lease);
      throw error;
    }
  }

  /** Loaded here: most commands never listen. */
  private async listen(port: number | undefined): Promise<RedirectListener> {
    const { listenForRedirects } = await import('../sign-in/redirect-listener.ts');
    return listenForRedirects({ clock: this.clock, port });
  }

  private async leave(port: number, shared: SharedPort): Promise<void> {
    shared.users--;
    if (shared.users > 0) return;
    this.shared.delete(port);
    const closed = this.close(shared).finally(() => this.closing.delete(port));
    this.closing.set(port, closed);
    await closed;
  }

  private async close({ opened }: SharedPort): Promise<void> {
    const open = await opened.catch(() => undefined);
    await open?.listener.close();
    // Were this to fail, the lease would end with this process.
    if (open !== undefined) await this.leases.release(open.lease).catch(() => undefined);
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
