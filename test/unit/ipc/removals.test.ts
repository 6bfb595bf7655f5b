import { beforeEach, describe, expect, it } from 'vitest';
import { createRemovals, undoMs } from '../../../main/ipc/removals.ts';
import type { EndedSession } from '../../../main/ipc/end-session.ts';
import type { Removals } from '../../../main/ipc/removals.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

let application: CallApplication;
let removals: Removals;
let id: string;
let ended: EndedSession;

beforeEach(async () => {
  application = new CallApplication();
  ended = { isSignedOut: false };
  removals = createRemovals({
    profiles: application.storage.profiles,
    settings: application.settings,
    clock: application.clock,
    endSession: async () => ended,
  });
  id = await application.add();
});

describe('a removal', () => {
  it('deletes at once', async () => {
    await removals.remove(id);
    expect(application.storage.profiles.get(id)).toBeUndefined();
  });

  it('tells until when it can be undone', async () => {
    const undoUntilMs = application.clock.now() + undoMs;
    await expect(removals.remove(id)).resolves.toEqual({ undoUntilMs, isSignedOut: false, warning: null });
  });

  it('tells that the session ended with it', async () => {
    ended = { isSignedOut: true };
    await expect(removals.remove(id)).resolves.toMatchObject({ isSignedOut: true });
  });

  it('tells why the server does not know of it', async () => {
    ended = { isSignedOut: false, warning: 'The server could not be told.' };
    await expect(removals.remove(id)).resolves.toMatchObject({ warning: 'The server could not be told.' });
  });

  it('is undone with the same id, and default as it was', async () => {
    await application.settings.set('defaultProfile', id);
    await removals.remove(id);
    await application.clock.advance(undoMs - 1);
    await removals.restore(id);
    expect(application.status()).toMatchObject([{ id, name: 'acme', isDefault: true }]);
    expect(await application.storage.profiles.secrets(id)).toMatchObject({
      values: { clientSecret: 'secret-CANARY-1' },
    });
  });

  it('leaves no default that is not there', async () => {
    await application.settings.set('defaultProfile', id);
    await removals.remove(id);
    expect(application.settings.get('defaultProfile')).toBeUndefined();
  });

  it('that is undone does not take the place of a default that was chosen meanwhile', async () => {
    const other = await application.add('globex');
    await application.settings.set('defaultProfile', id);
    await removals.remove(id);
    await application.settings.set('defaultProfile', other);
    await removals.restore(id);
    expect(application.settings.get('defaultProfile')).toBe(other);
  });

  it('is final after ten seconds', async () => {
    await removals.remove(id);
    await application.clock.advance(undoMs);
    await expect(removals.restore(id)).rejects.toMatchObject({ code: 'config.profile_not_found' });
  });

  it('is undone once', async () => {
    await removals.remove(id);
    await removals.restore(id);
    await expect(removals.restore(id)).rejects.toMatchObject({ code: 'config.profile_not_found' });
    expect(application.clock.pendingTimers).toBe(0);
  });

  it('can still be undone after the name was freed again', async () => {
    await removals.remove(id);
    const other = await application.add();
    await expect(removals.restore(id)).rejects.toMatchObject({ code: 'config.profile_exists' });
    await removals.remove(other);
    await removals.restore(id);
    expect(application.idOf('acme')).toBe(id);
  });

  it('of nothing fails', async () => {
    await expect(removals.remove('nobody')).rejects.toMatchObject({ code: 'config.profile_not_found' });
  });
});
