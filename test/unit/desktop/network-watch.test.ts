import { beforeEach, describe, expect, it } from 'vitest';
import { createNetworkWatch } from '../../../main/desktop/network-watch.ts';
import type { NetworkWatch } from '../../../main/desktop/network-watch.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

let clock: FakeClock;
let online: boolean;
let told: string[];
let looks: number;
const watch = (): NetworkWatch =>
  createNetworkWatch({
    clock,
    isOnline() {
      looks++;
      return online;
    },
    onBack: () => told.push('back'),
    onChange: () => told.push('change'),
  });

beforeEach(() => {
  clock = new FakeClock();
  online = true;
  told = [];
  looks = 0;
});

describe('while there is a network', () => {
  it('nothing is looked at by itself', async () => {
    watch();
    looks = 0;
    await clock.advance(3_600_000);
    expect(looks).toBe(0);
    expect(clock.pendingTimers).toBe(0);
  });

  it('a hint that changes nothing tells nobody', () => {
    watch().check();
    expect(told).toEqual([]);
  });
});

describe('without a network', () => {
  it('is told as soon as something hints at it', () => {
    const network = watch();
    online = false;
    network.check();
    expect(network.isOnline()).toBe(false);
    expect(told).toEqual(['change']);
  });

  it('its return is noticed by itself, and told once', async () => {
    online = false;
    watch();
    told = [];
    online = true;
    await clock.advance(60_000);
    expect(told).toEqual(['change', 'back']);
  });

  it('nothing goes on after the end', () => {
    online = false;
    watch().close();
    expect(clock.pendingTimers).toBe(0);
  });

  it('a hint after the end starts nothing anew, and asks nobody', () => {
    online = false;
    const network = watch();
    network.close();
    looks = 0;
    network.check();
    expect(clock.pendingTimers).toBe(0);
    expect(looks).toBe(0);
  });
});
