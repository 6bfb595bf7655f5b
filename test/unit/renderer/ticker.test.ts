import { beforeEach, describe, expect, it } from 'vitest';
import { createTicker } from '../../../renderer/ticker.ts';
import type { Ticker } from '../../../renderer/ticker.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

class FakeVisibility {
  private visible = true;
  private readonly listeners: (() => void)[] = [];
  isVisible(): boolean {
    return this.visible;
  }
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }
  set(visible: boolean): void {
    this.visible = visible;
    for (const listener of this.listeners) listener();
  }
}

let clock: FakeClock;
let visibility: FakeVisibility;
let ticker: Ticker;
let ticks: number[];

beforeEach(() => {
  clock = new FakeClock(1_800_000_000_400);
  visibility = new FakeVisibility();
  ticker = createTicker(clock, visibility);
  ticks = [];
});

describe('the tick', () => {
  it('falls on full seconds', async () => {
    ticker.onTick((nowMs) => ticks.push(nowMs));
    await clock.advance(2_000);
    expect(ticks).toEqual([1_800_000_001_000, 1_800_000_002_000]);
  });

  it('is one timer, however many listen', () => {
    for (let listener = 0; listener < 60; listener += 1) ticker.onTick(() => undefined);
    expect(clock.pendingTimers).toBe(1);
  });

  it('sets no timer while nobody listens', () => {
    const end = ticker.onTick(() => undefined);
    end();
    expect(clock.pendingTimers).toBe(0);
  });

  it('sets no timer while nobody can see the page', async () => {
    ticker.onTick((nowMs) => ticks.push(nowMs));
    visibility.set(false);
    await clock.advance(60_000);
    expect([ticks.length, clock.pendingTimers]).toEqual([0, 0]);
  });

  it('comes at once when the page can be seen again', () => {
    ticker.onTick((nowMs) => ticks.push(nowMs));
    visibility.set(false);
    visibility.set(true);
    expect(ticks).toEqual([1_800_000_000_400]);
  });

  it('sets no timer for who begins to listen while the page is hidden', () => {
    visibility.set(false);
    ticker.onTick(() => undefined);
    expect(clock.pendingTimers).toBe(0);
  });
});
