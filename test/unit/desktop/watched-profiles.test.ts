import { beforeEach, expect, test } from 'vitest';
import { dueSignIns, watchedProfiles } from '../../../main/desktop/watched-profiles.ts';
import type { ProfileStatus } from '../../../main/tokens/status.ts';
import { profileNamed } from '../../fixtures/agent-ports.ts';
import { FakeSignIns, waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';
import { profileStatusOf } from '../../fixtures/profile-status.ts';
import { signedIn, signInNeeded } from '../../fixtures/watched-profile.ts';

let signIns: FakeSignIns;
beforeEach(() => {
  signIns = new FakeSignIns();
});

function watched(...rows: readonly ProfileStatus[]) {
  const get = (id: string) => ({ id, profile: profileNamed(id), revision: 1, createdAtMs: 0, updatedAtMs: 0 });
  const describe = () => ({ what: 'It was refused.', next: 'Do something.' });
  return watchedProfiles({ status: () => rows, storage: { profiles: { get } }, signIns }, describe);
}

const person = profileStatusOf('person', signedIn);
const linked = profileStatusOf('linked', { auth: 'linked', linkedTo: 'person' });
const machine = profileStatusOf('machine');

test.each([
  ['of a profile that a person signs in to is its own', person, 'id-person'],
  ['with a device code as well', profileStatusOf('device', { auth: 'device_code' }), 'id-device'],
  ['of a linked profile is that of the one it uses', linked, 'id-person'],
  [
    'is none where the profile it uses is gone',
    profileStatusOf('lost', { auth: 'linked', linkedTo: 'gone' }),
    undefined,
  ],
  ['is none of a machine', machine, undefined],
  ['is none where a machine is used', profileStatusOf('l', { auth: 'linked', linkedTo: 'machine' }), undefined],
])('the session %s', (_what, status, id) => {
  const rows = watched(status, person, machine);
  expect(rows[0]?.session?.id).toBe(id);
});

test('a sign-in is known while it is under way, also to who uses the session', async () => {
  await signIns.start('id-person');
  expect(watched(person, linked, machine).map(({ signIn }) => signIn)).toEqual([
    waitingInBrowser,
    waitingInBrowser,
    undefined,
  ]);
  signIns.last.become({ kind: 'done' });
  expect(watched(person).map(({ signIn }) => signIn)).toEqual([undefined]);
});

test('only those whose own session needs a person are due', () => {
  const rows = watched(
    profileStatusOf('person', { ...signedIn, ...signInNeeded }),
    profileStatusOf('linked', { auth: 'linked', linkedTo: 'person', ...signInNeeded }),
    profileStatusOf('other', signedIn),
  );
  expect(dueSignIns(rows)).toEqual(['id-person']);
});
