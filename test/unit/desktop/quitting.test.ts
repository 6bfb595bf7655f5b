import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { quitGracefully } from '../../../main/desktop/quitting.ts';
import type { Quitting } from '../../../main/desktop/quitting.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

/** As Electron quits: a listener may prevent it. */
class FakeApp extends EventEmitter {
  hasEnded = false;

  quit(): void {
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.hasEnded = true;
  }
}

let app: FakeApp;
let ends: PromiseWithResolvers<void>[];
let quitting: Quitting;
let clock: FakeClock;
beforeEach(() => {
  app = new FakeApp();
  clock = new FakeClock();
  ends = [];
  quitting = quitGracefully(app as never, clock, () => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  });
});

describe('quitting', () => {
  it('waits for what is under way', async () => {
    quitting.quit();
    await settle();
    expect(app.hasEnded).toBe(false);
    ends[0]?.resolve();
    await settle();
    expect(app.hasEnded).toBe(true);
  });

  it('ends everything once, however often it is asked for', async () => {
    quitting.quit();
    app.quit();
    quitting.quit();
    await settle();
    expect(ends).toHaveLength(1);
    expect(app.hasEnded).toBe(false);
  });

  it('happens even when something cannot be ended', async () => {
    quitting.quit();
    ends[0]?.reject(new Error('stuck'));
    await settle();
    expect(app.hasEnded).toBe(true);
  });

  it('waits for nothing when the system goes down', () => {
    quitting.hurry();
    app.quit();
    expect(app.hasEnded).toBe(true);
    expect(ends).toEqual([]);
  });

  it('waits again when the system stayed up after all', async () => {
    quitting.hurry();
    await clock.advance(60_000);
    expect(quitting.isUnderWay()).toBe(false);
    app.quit();
    expect(app.hasEnded).toBe(false);
    expect(ends).toHaveLength(1);
  });

  it('is known to be under way', () => {
    expect(quitting.isUnderWay()).toBe(false);
    quitting.quit();
    expect(quitting.isUnderWay()).toBe(true);
  });
});
