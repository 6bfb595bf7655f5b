import { beforeEach, describe, expect, it } from 'vitest';
import { followSettings } from '../../../main/desktop/follow-settings.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

let storage: MemoryStorage;
let done: unknown[];
let refusal: Error | undefined;
const settings = () => createSettings(storage.settings);
const follow = () =>
  followSettings(settings(), storage, {
    theme: (theme) => done.push(theme),
    startAtLogin(isOn) {
      if (refusal !== undefined) throw refusal;
      done.push(isOn);
    },
    quickSwitcher: (shortcut) => done.push(shortcut),
    onFailure: (error) => done.push(error),
  });

beforeEach(() => {
  storage = new MemoryStorage(new FakeClock());
  done = [];
  refusal = undefined;
});

describe('settings of the desktop', () => {
  it('change nothing at the start while they are the default', () => {
    follow();
    expect(done).toEqual([]);
  });

  it('are carried out at the start', async () => {
    await settings().set('theme', 'dark');
    await settings().set('startAtLogin', 'on');
    follow();
    expect(done).toEqual(['dark', true]);
  });

  it('take the shortcut of the quick switcher, and give it back', async () => {
    follow();
    await settings().set('quickSwitcherShortcut', 'Alt+Space');
    await settings().unset('quickSwitcherShortcut');
    expect(done).toEqual(['Alt+Space', null]);
  });

  it('are followed when somebody changes them, back to the default as well', async () => {
    follow();
    await settings().set('theme', 'light');
    await settings().set('startAtLogin', 'on');
    await settings().unset('theme');
    await settings().unset('startAtLogin');
    expect(done).toEqual(['light', true, 'system', false]);
  });

  it('are left alone when others change', async () => {
    follow();
    await settings().set('proxy', 'http://proxy.example.com:8080');
    expect(done).toEqual([]);
  });

  it('that cannot be carried out are told', async () => {
    refusal = new Error('EACCES');
    follow();
    await settings().set('startAtLogin', 'on');
    expect(done).toEqual([refusal]);
  });

  it('are no longer followed after the end', async () => {
    follow()();
    await settings().set('theme', 'dark');
    expect(done).toEqual([]);
  });
});
