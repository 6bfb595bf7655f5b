import { beforeEach, describe, expect, it } from 'vitest';
import { createSignInTurns } from '../../../main/desktop/sign-in-turns.ts';
import type { SignInTurns } from '../../../main/desktop/sign-in-turns.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { SignInState } from '../../../main/tokens/sign-ins.ts';
import { settle } from '../../fixtures/fake-clock.ts';
import { FakeSignIns } from '../../fixtures/fake-sign-ins.ts';
import type { FakeSignIn } from '../../fixtures/fake-sign-ins.ts';

const denied: SignInState = { kind: 'failed', error: { code: 'auth.sign_in_denied', data: {} } };
const timedOut: SignInState = { kind: 'failed', error: { code: 'auth.sign_in_timeout', data: {} } };

let signIns: FakeSignIns;
let opened: FakeSignIn[];
let told: string[];
let due: Set<string>;
let changes: number;
let turns: SignInTurns;

beforeEach(() => {
  signIns = new FakeSignIns();
  opened = [];
  told = [];
  due = new Set(['a', 'b', 'c']);
  changes = 0;
  turns = createSignInTurns({
    signIns,
    pages: {
      async open(id) {
        const attempt = await signIns.start(id);
        opened.push(attempt);
        return attempt;
      },
      opened: () => signIns.underWay().filter((attempt) => opened.includes(attempt)),
    },
    isDue: (id) => due.has(id),
    showProfile: (id) => void told.push(`window ${id}`),
    fail: (id, error) => void told.push(`${id} ${(error as TokentrayError).code}`),
    onChange: () => void changes++,
  });
});

const names = () => opened.map(({ profileId }) => profileId);

async function start(...ids: readonly string[]): Promise<void> {
  void turns.start(ids);
  await settle();
}

async function end(state: SignInState = { kind: 'done' }): Promise<void> {
  opened.at(-1)?.become(state);
  await settle();
}

describe('one sign-in', () => {
  it('tells nothing when it works', async () => {
    await start('a');
    await end();
    expect(names()).toEqual(['a']);
    expect(told).toEqual([]);
  });

  it('does not wait for another one: the person asked for it now', async () => {
    await start('a');
    await start('b');
    expect(names()).toEqual(['a', 'b']);
  });

  it('tells once what went wrong, however often its page was opened', async () => {
    await start('a');
    await start('a');
    await end(denied);
    expect(told).toEqual(['a auth.sign_in_denied']);
  });

  it('tells what kept it from starting', async () => {
    signIns.startFailure = new TokentrayError('auth.sign_in_port_taken');
    await start('a');
    expect(told).toEqual(['a auth.sign_in_port_taken']);
  });

  it('asks in the window when somebody else signed in', async () => {
    await start('a');
    opened[0]?.become({ kind: 'other-user', expected: { user: 'jane' }, actual: { user: 'joe' } });
    expect(told).toEqual(['window a']);
  });

  it('tells nothing of one that was cancelled', async () => {
    await start('a');
    turns.cancel('a');
    await settle();
    expect(told).toEqual([]);
    expect(signIns.underWay()).toEqual([]);
  });

  it('is not several', async () => {
    await start('a');
    expect(turns.areUnderWay()).toBe(false);
    expect(changes).toBe(0);
  });

  it('leaves nobody listening', async () => {
    await start('a');
    await end();
    expect(opened[0]?.listenerCount).toBe(0);
  });
});

describe('several sign-ins', () => {
  it('are one after another, each opened when the one before has ended', async () => {
    await start('a', 'b', 'c');
    expect(names()).toEqual(['a']);
    await end();
    expect(names()).toEqual(['a', 'b']);
    await end();
    await end();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(turns.areUnderWay()).toBe(false);
  });

  it('wait for a page that is open already', async () => {
    await start('c');
    await start('a', 'b');
    expect(names()).toEqual(['c']);
    await end();
    expect(names()).toEqual(['c', 'a']);
  });

  it('go on after one that was denied, cancelled or could not be started', async () => {
    await start('a', 'b', 'c');
    await end(denied);
    turns.cancel('b');
    await settle();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(told).toEqual(['a auth.sign_in_denied']);
  });

  it('do not go on when nobody is there any more', async () => {
    await start('a', 'b', 'c');
    await end(timedOut);
    expect(names()).toEqual(['a']);
    expect(turns.areUnderWay()).toBe(false);
  });

  it('leave out whoever was signed in meanwhile', async () => {
    await start('a', 'b', 'c');
    due.delete('b');
    await end();
    expect(names()).toEqual(['a', 'c']);
  });

  it('can be cancelled together: nothing opens after that', async () => {
    await start('a', 'b', 'c');
    turns.cancelAll();
    await settle();
    expect(names()).toEqual(['a']);
    expect(signIns.underWay()).toEqual([]);
    expect(turns.areUnderWay()).toBe(false);
  });

  it('can be cancelled while they wait for a page that is open already, which stays', async () => {
    await start('c');
    await start('a', 'b');
    turns.cancelAll();
    await end();
    expect(names()).toEqual(['c']);
    expect(opened[0]?.state().kind).toBe('done');
  });

  it('that are asked for again join those that wait, each once', async () => {
    await start('a', 'b');
    await start('a', 'b', 'c');
    for (let turn = 0; turn < 4; turn++) {
      if (signIns.underWay().length > 0) await end();
    }
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('can be started anew after they were cancelled', async () => {
    await start('a', 'b');
    turns.cancelAll();
    await start('b', 'c');
    await end();
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('say when they begin and end', async () => {
    await start('a', 'b');
    expect(changes).toBe(1);
    await end();
    await end();
    expect(changes).toBe(2);
  });
});

it('cancelling when nothing is under way does nothing', () => {
  turns.cancel('a');
  turns.cancelAll();
  expect({ told, changes }).toEqual({ told: [], changes: 0 });
});
