import { beforeEach, describe, expect, it } from 'vitest';
import { createSignInPages } from '../../../main/desktop/sign-in-page.ts';
import type { SignInPages } from '../../../main/desktop/sign-in-page.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { profileNamed } from '../../fixtures/agent-ports.ts';
import { settle } from '../../fixtures/fake-clock.ts';
import { FakeSignIns, waitingForCode, waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';

const url = 'https://id.example.com/authorize?client_id=client-1&state=state-1';

let signIns: FakeSignIns;
let done: string[];
let refusal: TokentrayError | undefined;
let name: string | undefined;
let pages: SignInPages;

beforeEach(() => {
  signIns = new FakeSignIns();
  done = [];
  refusal = undefined;
  name = undefined;
  pages = createSignInPages({
    signIns,
    profileOf: (id) => (id === 'a' || id === 'b' ? { ...profileNamed(id), name: name ?? id } : undefined),
    links: {
      async openSignIn({ name }, address) {
        if (refusal !== undefined) throw refusal;
        done.push(`browser ${name} ${address}`);
      },
    },
    copyText: async ({ name }, text) => void done.push(`clipboard ${name} ${text}`),
    showProfile: (id) => void done.push(`window ${id}`),
  });
});

describe('opening the page', () => {
  it('starts a sign-in, and opens its page once', async () => {
    await pages.open('a');
    expect(done).toEqual([`browser a ${url}`]);
    expect(signIns.attempts).toHaveLength(1);
  });

  it('opens the page of the attempt that is under way, and starts no other', async () => {
    await pages.open('a');
    await pages.open('a');
    expect(done).toEqual([`browser a ${url}`, `browser a ${url}`]);
    expect(signIns.attempts).toHaveLength(1);
  });

  it('goes by what the profile has become while its page was found', async () => {
    const opening = pages.open('a');
    name = 'with-endpoints';
    await opening;
    expect(done).toEqual([`browser with-endpoints ${url}`]);
  });

  it('waits for its turn at the port, and opens nothing before', async () => {
    signIns.begin = { kind: 'waiting-for-port', port: 8080 };
    const opening = pages.open('a');
    await settle();
    expect(done).toEqual([]);
    signIns.last.become(waitingInBrowser);
    await opening;
    expect(done).toEqual([`browser a ${url}`]);
  });

  it('opens nothing for an attempt that was cancelled while it waited', async () => {
    signIns.begin = { kind: 'waiting-for-port', port: 8080 };
    const opening = pages.open('a');
    await settle();
    signIns.last.cancel();
    await opening;
    expect(done).toEqual([]);
  });

  it('shows the window first when there is a code to compare', async () => {
    signIns.begin = waitingForCode;
    await pages.open('a');
    expect(done).toEqual(['window a', 'browser a https://id.example.com/device?user_code=WDJB-MJHT']);
  });

  it('shows the window in place of the page when somebody else signed in', async () => {
    await pages.open('a');
    done = [];
    signIns.last.become({ kind: 'other-user', expected: { user: 'jane' }, actual: { user: 'joe' } });
    await pages.open('a');
    expect(done).toEqual(['window a']);
  });

  it('shows the window, where the address is, when no browser opens', async () => {
    refusal = new TokentrayError('internal.unexpected');
    await expect(pages.open('a')).rejects.toBe(refusal);
    expect(done).toEqual(['window a']);
    expect(pages.opened()).toEqual([]);
  });

  it('opens nothing for a profile that is gone', async () => {
    await expect(pages.open('gone')).rejects.toMatchObject({ code: 'config.profile_not_found' });
    expect(signIns.attempts).toEqual([]);
  });

  it('listens no longer than to the page', async () => {
    await pages.open('a');
    expect(signIns.last.listenerCount).toBe(0);
  });
});

describe('copying the link', () => {
  it('opens no browser', async () => {
    await pages.copyLink('a');
    expect(done).toEqual([`clipboard a ${url}`]);
    expect(pages.opened()).toEqual([]);
  });

  it('copies that of the attempt that is under way', async () => {
    await pages.open('a');
    await pages.copyLink('a');
    expect(done.at(-1)).toBe(`clipboard a ${url}`);
    expect(signIns.attempts).toHaveLength(1);
  });

  it('copies nothing once the code has come', async () => {
    signIns.begin = { kind: 'finishing' };
    await expect(pages.copyLink('a')).rejects.toMatchObject({ code: 'internal.cancelled' });
    expect(done).toEqual([]);
  });
});

it('pages count as open until their attempts end', async () => {
  await pages.open('a');
  await pages.open('b');
  signIns.attempts[0]?.become({ kind: 'done' });
  await settle();
  expect(pages.opened()).toEqual([signIns.attempts[1]]);
});
