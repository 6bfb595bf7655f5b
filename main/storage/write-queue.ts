/**
 * Writes of one connection, in the order in which they were asked for.
 *
 * Invariants:
 * - all or nothing, for each write by itself: one that fails undoes nothing of another;
 * - what is asked for at one moment shares one transaction, so that hundreds of writes wait for the disk once and not each;
 * - a write that is alone waits for nobody: only what follows it in the same turn of the event loop is gathered until the next.
 */
import type { DatabaseSync } from 'node:sqlite';
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { isBusy } from './storage-errors.ts';
import { inTransaction } from './transaction.ts';

/** How long a write goes on asking for the lock, ms, whatever the busy time-out of a single attempt. */
const writePatienceMs = 5_000;

const firstPauseMs = 5;
const longestPauseMs = 250;

/** So many share a transaction at most: together they hold up the event loop, and others the lock, for a few ms. */
const mostTogether = 100;

export interface WriteQueueParts {
  readonly connection: DatabaseSync;
  readonly clock: Clock;
  /** Throws where nothing can be written. */
  readonly assertWritable: () => void;
  /** After each commit, before anybody hears that it was written. Must not throw. */
  readonly committed: () => void;
  /** What those who asked are told of a failure. */
  readonly translate: (error: unknown) => unknown;
}

interface Write {
  readonly run: () => unknown;
  readonly giveUpAtMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** What became of a write inside a transaction that was committed. */
type Outcome = { readonly value: unknown } | { readonly error: unknown };

export class WriteQueue {
  private readonly parts: WriteQueueParts;
  private waiting: Write[] = [];
  private isUnderWay = false;
  private isSecondInTurn = false;

  constructor(parts: WriteQueueParts) {
    this.parts = parts;
  }

  /** `run` may be run again. Rejects with what it throws, translated. */
  add<T>(run: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.waiting.push({ run, giveUpAtMs: this.parts.clock.monotonic() + writePatienceMs, resolve, reject });
    if (!this.isUnderWay) this.begin();
    return promise as Promise<T>;
  }

  private begin(): void {
    this.isUnderWay = true;
    const work = () => void this.work();
    // Not at once: what else is asked for now goes along.
    if (this.isSecondInTurn) setImmediate(work);
    else process.nextTick(work);
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, mostTogether));
    this.isUnderWay = false;
    this.isSecondInTurn = true;
    setImmediate(() => (this.isSecondInTurn = false));
  }

  /** Never rejects. */
  private async commit(writes: readonly Write[]): Promise<void> {
    const { clock, translate } = this.parts;
    let patient = writes;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        return this.attempt(patient);
      } catch (error) {
        if (!isBusy(error)) return this.afterFailure(patient, error);
        const nowMs = clock.monotonic();
        for (const { giveUpAtMs, reject } of patient) if (nowMs + pauseMs >= giveUpAtMs) reject(translate(error));
        patient = patient.filter(({ giveUpAtMs }) => nowMs + pauseMs < giveUpAtMs);
        if (patient.length === 0) return undefined;
      }
      await sleep(clock, pauseMs);
    }
  }

  private attempt(writes: readonly Write[]): void {
    const { assertWritable, committed, connection, translate } = this.parts;
    assertWritable();
    const outcomes = inTransaction(connection, () =>
      writes.map((write) => outcomeOf(write, connection, writes.length)),
    );
    committed();
    for (const [at, outcome] of outcomes.entries()) {
      if ('value' in outcome) writes[at]?.resolve(outcome.value);
      else writes[at]?.reject(translate(outcome.error));
    }
  }

  /** Nothing was written. Whose fault that was shows when each is tried alone. */
  private async afterFailure(writes: readonly Write[], error: unknown): Promise<void> {
    if (writes.length > 1) for (const write of writes) await this.commit([write]);
    else for (const { reject } of writes) reject(this.parts.translate(error));
  }
}

/** Throws where the whole transaction is to be undone. */
function outcomeOf({ run }: Write, connection: DatabaseSync, together: number): Outcome {
  if (together === 1) return { value: run() };
  connection.exec('SAVEPOINT one');
  try {
    const value = run();
    connection.exec('RELEASE one');
    return { value };
  } catch (error) {
    // Some failures, a full disk among them, have undone everything already.
    if (!connection.isTransaction || isBusy(error)) throw error;
    connection.exec('ROLLBACK TO one; RELEASE one');
    return { error };
  }
}
