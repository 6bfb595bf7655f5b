/** Leases: one process at a time acts for a subject, and a dead one delays nobody. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { deleteActivityRow, writeActivityRow } from './activity-rows.ts';
import type { Database } from './database.ts';
import { LeaseWatch } from './lease-watch.ts';
import { isGone } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import type { LeaseRecord } from './records.ts';
import type { IssuedToken, Lease, LeaseStore } from './storage.ts';
import { sealToken, writeTokenRow } from './token-rows.ts';
import type { TokenRow } from './token-rows.ts';
import type { SealingVault } from './vault.ts';

export interface LeaseStoreOptions {
  readonly database: Database;
  readonly vault: SealingVault;
  readonly clock: Clock;
  readonly processes: ProcessIdentity;
}

export function createLeaseStore({ database, vault, clock, processes }: LeaseStoreOptions): LeaseStore {
  const watch = new LeaseWatch(clock);

  const read = (subject: string): LeaseRecord | undefined => {
    const row = database.get(
      `SELECT owner_pid AS ownerPid, owner_started AS ownerStarted, nonce, until_ms AS untilMs
       FROM leases WHERE subject = ?`,
      subject,
    ) as LeaseRecord | undefined;
    return row === undefined ? undefined : { ...row };
  };

  /** True when it was still ours. Only inside `Database.write`. */
  const free = ({ subject, nonce }: Lease): boolean =>
    database.run('DELETE FROM leases WHERE subject = ? AND nonce = ?', subject, nonce) === 1;

  const hasRunOut = ({ untilMs }: LeaseRecord): boolean => untilMs <= clock.now();

  async function isAlive(holder: LeaseRecord): Promise<boolean> {
    // As it is now: it may have been renewed since, or given back.
    const row = database.get('SELECT until_ms AS untilMs FROM leases WHERE nonce = ?', holder.nonce) as
      | Pick<LeaseRecord, 'untilMs'>
      | undefined;
    if (row === undefined || watch.isOver({ ...holder, ...row })) return false;
    return processes.isRunning(holder.ownerPid, holder.ownerStarted);
  }

  /** Undefined when the row is no longer as it was judged: somebody else was faster, or its owner has renewed it. */
  function take(subject: string, judged: LeaseRecord | undefined, next: LeaseRecord): Lease | undefined {
    const current = read(subject);
    if (current?.nonce !== judged?.nonce || current?.untilMs !== judged?.untilMs) return undefined;
    database.run(
      `INSERT INTO leases (subject, owner_pid, owner_started, nonce, until_ms) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (subject) DO UPDATE SET owner_pid = excluded.owner_pid, owner_started = excluded.owner_started,
         nonce = excluded.nonce, until_ms = excluded.until_ms`,
      subject,
      next.ownerPid,
      next.ownerStarted,
      next.nonce,
      next.untilMs,
    );
    return { subject, nonce: next.nonce };
  }

  /** An outcome that cannot be sealed is lost, but nobody waits for it. */
  async function sealed(lease: Lease, token: IssuedToken): Promise<TokenRow> {
    try {
      return await sealToken(vault, lease.subject, token);
    } catch (error) {
      // Were this to fail, too, the lease would run out by itself; what went wrong first says more.
      await database.write(() => free(lease)).catch(() => undefined);
      throw error;
    }
  }

  return {
    async acquire(subject, lifetimeMs) {
      const ownerStarted = await processes.started();
      for (;;) {
        const holder = read(subject);
        if (holder !== undefined && (await isAlive(holder))) return { holder };
        const nonce = randomUUID();
        const lease = await database.write(() =>
          take(subject, holder, {
            ownerPid: processes.pid,
            ownerStarted,
            nonce,
            untilMs: clock.now() + lifetimeMs,
          }),
        );
        if (lease !== undefined) return lease;
      }
    },

    holder(subject) {
      const holder = read(subject);
      return holder === undefined || hasRunOut(holder) || isGone(holder.ownerPid) ? undefined : holder;
    },

    isAlive,

    renew: ({ subject, nonce }, lifetimeMs) =>
      database.write(() => {
        const untilMs = clock.now() + lifetimeMs;
        return (
          database.run('UPDATE leases SET until_ms = ? WHERE subject = ? AND nonce = ?', untilMs, subject, nonce) === 1
        );
      }),

    async commit(lease, expectedRevision, { token, activity }) {
      const id = lease.subject;
      const row = token === undefined ? undefined : await sealed(lease, token);
      return database.write(() => {
        // Freed first: whatever comes of the outcome, the lease has served.
        if (!free(lease)) return false;
        const profile = database.get('SELECT revision FROM profiles WHERE id = ?', id) as
          | { revision: number }
          | undefined;
        if (profile?.revision !== expectedRevision) return false;
        if (row !== undefined) writeTokenRow(database, id, row);
        if (activity === null) deleteActivityRow(database, id);
        else writeActivityRow(database, id, activity);
        return true;
      });
    },

    async release(lease) {
      await database.write(() => free(lease));
    },
  };
}
