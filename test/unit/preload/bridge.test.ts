import { beforeEach, describe, expect, it } from 'vitest';
import { createBridge } from '../../../preload/bridge.ts';
import type { Wire } from '../../../preload/bridge.ts';
import { callChannel, eventChannel, eventNames } from '../../../preload/contract.ts';
import type { Bridge } from '../../../preload/contract.ts';

class FakeWire implements Wire {
  readonly invoked: unknown[][] = [];
  readonly channels = new Map<string, (event: unknown, payload: unknown) => void>();
  answer: () => Promise<unknown> = async () => ({ ok: true, value: null });

  invoke(...values: [string, ...unknown[]]): Promise<unknown> {
    this.invoked.push(values);
    return this.answer();
  }

  on(channel: string, listener: (event: unknown, payload: unknown) => void): void {
    this.channels.set(channel, listener);
  }

  send(name: (typeof eventNames)[number], payload: unknown): void {
    this.channels.get(eventChannel(name))?.({ sender: 'ipcRenderer' }, payload);
  }
}

let wire: FakeWire;
let bridge: Bridge;
beforeEach(() => {
  wire = new FakeWire();
  bridge = createBridge(wire);
});

describe('a call', () => {
  it('goes over the one channel', async () => {
    await bridge.call('profiles.refresh', { id: 'a' });
    expect(wire.invoked).toEqual([[callChannel, 'profiles.refresh', { id: 'a' }]]);
  });

  it('that is not answered is a failure, and no rejection', async () => {
    wire.answer = () => Promise.reject(new Error("Error invoking remote method 'x': CANARY"));
    const result = await bridge.call('app.quit', undefined);
    expect(result).toMatchObject({ ok: false, failure: { code: 'internal.unexpected' } });
    expect(JSON.stringify(result)).not.toContain('CANARY');
  });
});

describe('an event', () => {
  it('is heard on its own channel, and on no other', () => {
    expect([...wire.channels.keys()]).toEqual(eventNames.map(eventChannel));
  });

  it('reaches the listener without anything of the browser', () => {
    const heard: unknown[][] = [];
    bridge.on('app.toast', (...values: unknown[]) => heard.push(values));
    wire.send('app.toast', { kind: 'done', text: 'Copied' });
    expect(heard).toEqual([[{ kind: 'done', text: 'Copied' }]]);
  });

  it('is no longer heard after the end, by that listener alone', () => {
    const heard: string[] = [];
    const end = bridge.on('app.navigate', () => heard.push('first'));
    bridge.on('app.navigate', () => heard.push('second'));
    end();
    wire.send('app.navigate', { view: 'list' });
    expect(heard).toEqual(['second']);
  });

  it('that asks for a place waits for the first listener, and reaches it once', () => {
    const heard: unknown[] = [];
    wire.send('app.navigate', { view: 'settings' });
    bridge.on('app.navigate', (place) => heard.push(place));
    bridge.on('app.navigate', (place) => heard.push(place));
    expect(heard).toEqual([{ view: 'settings' }]);
  });

  it('about state does not wait: whoever listens asks for all of it', () => {
    const heard: unknown[] = [];
    wire.send('profiles.changed', { changed: [], removedIds: ['a'] });
    bridge.on('profiles.changed', (change) => heard.push(change));
    expect(heard).toEqual([]);
  });

  it('of an unknown name is never heard', () => {
    const end = bridge.on('other' as 'app.toast', () => undefined);
    end();
    expect(wire.channels.size).toBe(eventNames.length);
  });
});
