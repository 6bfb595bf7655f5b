import { beforeEach, expect, test } from 'vitest';
import { createTrayActions } from '../../../main/desktop/tray-actions.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { settle } from '../../fixtures/fake-clock.ts';

let done: unknown[];
let refusal: TokentrayError | undefined;

beforeEach(() => {
  done = [];
  refusal = undefined;
});

function run() {
  const record = (...what: unknown[]): Promise<never> => {
    done.push(what);
    return refusal === undefined ? (Promise.resolve() as Promise<never>) : Promise.reject(refusal);
  };
  return createTrayActions({
    ports: {
      engine: { token: (id, query) => record('token', id, query) },
      settings: { set: (key, text) => record('set', key, text) },
    },
    copy: (id, as) => record('copy', id, as),
    session: {
      signIn: (ids) => done.push(['sign in', ...ids]),
      copyLink: (id) => record('copy link', id),
      cancel: (id) => done.push(['cancel', id]),
      cancelAll: () => done.push(['cancel all']),
      signOut: (id) => record('sign out', id),
    },
    open: (destination) => done.push(['open', destination]),
    openLogs: async () => void done.push(['open logs']),
    openSwitcher: () => done.push(['open switcher']),
    quit: () => done.push(['quit']),
    fail: (id, error) => done.push(['failed', id, (error as TokentrayError).code]),
  });
}

test.each([
  [{ do: 'open-switcher' }, ['open switcher']],
  [{ do: 'copy', id: 'a', as: 'header' }, ['copy', 'a', 'header']],
  [{ do: 'refresh', id: 'a' }, ['token', 'a', { force: true }]],
  [{ do: 'make-default', id: 'a' }, ['set', 'defaultProfile', 'a']],
  [{ do: 'sign-in', ids: ['a', 'b'] }, ['sign in', 'a', 'b']],
  [{ do: 'copy-sign-in-link', id: 'a' }, ['copy link', 'a']],
  [{ do: 'cancel-sign-in', id: 'a' }, ['cancel', 'a']],
  [{ do: 'cancel-sign-ins' }, ['cancel all']],
  [{ do: 'sign-out', id: 'a' }, ['sign out', 'a']],
  [{ do: 'open' }, ['open', undefined]],
  [{ do: 'open', destination: { view: 'settings' } }, ['open', { view: 'settings' }]],
  [{ do: 'open-logs' }, ['open logs']],
  [{ do: 'quit' }, ['quit']],
] as const)('%o', (action, expected) => {
  run()(action);
  expect(done).toEqual([expected]);
});

test('a refresh that fails is told', async () => {
  refusal = new TokentrayError('auth.refused');
  run()({ do: 'refresh', id: 'a' });
  await settle();
  expect(done.at(-1)).toEqual(['failed', 'a', 'auth.refused']);
});
