import { beforeEach, describe, expect, it } from 'vitest';
import type { CopyReply } from '../../../preload/replies.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { switcherCalls } from '../../../main/ipc/switcher-calls.ts';
import type { SwitcherCallParts } from '../../../main/ipc/switcher-calls.ts';

const copied: CopyReply = { outcome: 'copied', remainingMs: 1, belowMinimum: false, clearsAtMs: null };
const guarded: CopyReply = { outcome: 'production-guard', environment: 'production' };

let done: unknown[];
let isVisible: boolean;
let copy: () => Promise<CopyReply>;

beforeEach(() => {
  done = [];
  isVisible = true;
  copy = async () => copied;
});

function calls() {
  const parts: SwitcherCallParts = {
    calls: {
      'app.networkChanged': () => null,
      'profiles.copy': () => copy(),
      'signIns.open': () => null,
      'signIns.start': () => null,
    },
    feed: { state: () => ({}) as never },
    window: {
      hide: () => done.push('hide'),
      leave: () => done.push('leave'),
      isVisible: () => isVisible,
    },
    open: (destination) => done.push(destination),
    onCopied: (id) => done.push(`copied ${id}`),
    onUnseenQuestion: (id) => done.push(`question ${id}`),
    onUnseenFailure: (id) => done.push(`failed ${id}`),
  };
  return switcherCalls(parts);
}

const ask = () => calls()['profiles.copy']({ id: 'a', as: 'raw' });

describe('a copy from the quick switcher', () => {
  it('is told where it can be seen when the window is gone', async () => {
    expect(await ask()).toEqual(copied);
    expect(done).toEqual(['copied a']);
  });

  it('asks in its window while that is seen', async () => {
    copy = async () => guarded;
    expect(await ask()).toEqual(guarded);
    expect(done).toEqual([]);
  });

  it('says elsewhere that something was to be asked when nobody sees it any more', async () => {
    copy = async () => guarded;
    isVisible = false;
    await ask();
    expect(done).toEqual(['question a']);
  });

  it.each([
    [true, []],
    [false, ['failed a']],
  ])('fails in its window, and elsewhere when that is not seen: %s', async (seen, told) => {
    copy = () => Promise.reject(new TokentrayError('network.failed'));
    isVisible = seen;
    await expect(ask()).rejects.toMatchObject({ code: 'network.failed' });
    expect(done).toEqual(told);
  });
});

describe('the window of the quick switcher', () => {
  it('gives the focus back when it is put away', () => {
    void calls()['switcher.hide'](undefined);
    expect(done).toEqual(['hide']);
  });

  it('leaves the focus to the main window when it leads there', () => {
    void calls()['switcher.open']({ view: 'profile', id: 'a' });
    expect(done).toEqual(['leave', { view: 'profile', id: 'a' }]);
  });
});
