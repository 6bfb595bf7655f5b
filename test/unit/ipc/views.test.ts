import { describe, expect, it } from 'vitest';
import type { SystemId } from '../../../main/profiles/profile.ts';
import { changeSince, profileView, toldOf } from '../../../main/ipc/views.ts';
import { profileNamed } from '../../fixtures/disk-storage.ts';
import { profileStatusOf } from '../../fixtures/profile-status.ts';

const view = (name: string, over: Parameters<typeof profileStatusOf>[1] = {}) =>
  profileView(profileStatusOf(name, over), undefined);

describe('a row', () => {
  it('names the system as people know it', () => {
    expect(view('acme').systemLabel).toMatch(/SailPoint/);
  });

  it('keeps the id of a system that this version does not know', () => {
    expect(view('acme', { system: 'newer' as SystemId }).systemLabel).toBe('newer');
  });

  it('tells who the token is for', () => {
    expect(view('acme', { identity: { user: 'jane', org: 'acme', pod: 'stg01' } }).identity).toEqual({
      user: 'jane',
      org: 'acme',
    });
  });

  it('has no identity where the token tells neither user nor organisation', () => {
    expect(view('acme', { identity: { pod: 'stg01' } }).identity).toBeNull();
  });

  it('tells a failure in the words of its system', () => {
    const error = { code: 'auth.refused', data: { status: 401, oauthError: 'invalid_client' } } as const;
    const status = profileStatusOf('acme', { error });
    const { failure } = profileView(status, profileNamed('acme'));
    expect(failure?.code).toBe('auth.refused');
    expect(failure?.next).not.toBe(profileView(status, undefined).failure?.next);
  });
});

describe('the change since the last time', () => {
  const before = [view('acme'), view('globex'), view('initech')];

  it('is none while nothing differs', () => {
    expect(changeSince(toldOf(before), structuredClone(before))).toBeUndefined();
  });

  it('holds the rows that differ, and no other', () => {
    const changed = view('globex', { activity: 'refreshing' });
    const after = [view('acme'), changed, view('initech')];
    expect(changeSince(toldOf(before), after)).toEqual({ changed: [changed], removedIds: [] });
  });

  it('holds new rows, and the ids of those that are gone', () => {
    const added = view('umbrella');
    expect(changeSince(toldOf(before), [view('acme'), view('initech'), added])).toEqual({
      changed: [added],
      removedIds: ['id-globex'],
    });
  });
});
