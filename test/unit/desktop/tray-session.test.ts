import { beforeEach, describe, expect, it } from 'vitest';
import { createTraySession } from '../../../main/desktop/tray-session.ts';
import type { TraySession } from '../../../main/desktop/tray-session.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { settle } from '../../fixtures/fake-clock.ts';
import { FakeSignIns } from '../../fixtures/fake-sign-ins.ts';

let signIns: FakeSignIns;
let done: string[];
let answer: () => Promise<boolean>;
let linkFailure: TokentrayError | undefined;
let session: TraySession;

beforeEach(() => {
  signIns = new FakeSignIns();
  done = [];
  answer = async () => true;
  linkFailure = undefined;
  session = createTraySession({
    signIns,
    pages: {
      async copyLink() {
        if (linkFailure !== undefined) throw linkFailure;
      },
    },
    turns: {
      start: async (ids) => void done.push(`sign in to ${ids.join(', ')}`),
      cancel: (id) => void done.push(`cancel ${id}`),
      cancelAll: () => void done.push('cancel all'),
    },
    sessionOf: (id) => ({ own: 'own', linked: 'own' })[id],
    titleOf: (id) => `title of ${id}`,
    askToSignIn: ask('in to'),
    askToSignOut: ask('out of'),
    onLinkCopied: (title) => void done.push(`copied ${title}`),
    tell: (id, words) => void done.push(`${id}: ${words}`),
    fail: (id, error) => void done.push(`${id} failed ${(error as TokentrayError).code}`),
  });
});

function ask(what: string) {
  return (title: string) => {
    done.push(`sign ${what} ${title}?`);
    return answer();
  };
}

describe('a token that only a new session gives', () => {
  const needed = new TokentrayError('auth.sign_in_needed');

  it('asks first, and signs in when the person wants it', async () => {
    expect(session.takes('own', needed)).toBe(true);
    expect(done).toEqual(['sign in to title of own?']);
    await settle();
    expect(done.at(-1)).toBe('sign in to own');
  });

  it('opens no browser when the person does not', async () => {
    answer = async () => false;
    session.takes('own', needed);
    await settle();
    expect(done).toEqual(['sign in to title of own?']);
  });

  it('asks once, however often it is asked for meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    answer = () => promise;
    session.takes('own', needed);
    session.takes('own', needed);
    resolve(true);
    await settle();
    expect(done).toEqual(['sign in to title of own?', 'sign in to own']);
  });

  it('asks about the profile whose session it is', async () => {
    session.takes('linked', needed);
    await settle();
    expect(done).toEqual(['sign in to title of own?', 'sign in to own']);
  });

  it('is told like other failures where nobody can sign in', () => {
    expect(session.takes('machine', needed)).toBe(false);
    expect(done).toEqual([]);
  });
});

it('other failures ask nothing', () => {
  expect(session.takes('own', new TokentrayError('network.dns'))).toBe(false);
  expect(done).toEqual([]);
});

describe('the sign-in link', () => {
  it('that was copied is said', async () => {
    await session.copyLink('own');
    expect(done).toEqual(['copied sign-in link']);
  });

  it('that could not be had says why', async () => {
    linkFailure = new TokentrayError('auth.sign_in_port_taken');
    await session.copyLink('own');
    expect(done).toEqual(['own failed auth.sign_in_port_taken']);
  });

  it('that nobody wants any more is nothing to tell', async () => {
    linkFailure = new TokentrayError('internal.cancelled');
    await session.copyLink('own');
    expect(done).toEqual([]);
  });
});

describe('signing out', () => {
  it('asks first', async () => {
    answer = async () => false;
    await session.signOut('own');
    expect({ done, signedOut: signIns.signedOut }).toEqual({ done: ['sign out of title of own?'], signedOut: [] });
  });

  it('ends the session, and says nothing when it worked', async () => {
    await session.signOut('own');
    expect({ done, signedOut: signIns.signedOut }).toEqual({ done: ['sign out of title of own?'], signedOut: ['own'] });
  });

  it('says when the server could not be told', async () => {
    signIns.result = { revoked: false, warning: 'The server was not told.' };
    await session.signOut('own');
    expect(done.at(-1)).toBe('own: The server was not told.');
  });

  it('says what kept it from happening', async () => {
    signIns.signOutFailure = new TokentrayError('storage.database_busy');
    await session.signOut('own');
    expect(done.at(-1)).toBe('own failed storage.database_busy');
  });
});
