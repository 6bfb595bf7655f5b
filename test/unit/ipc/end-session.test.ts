import { beforeEach, describe, expect, it } from 'vitest';
import { sessionEnder } from '../../../main/ipc/end-session.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

const origin = 'https://acme.api.identitynow.com';
let application: CallApplication;
let end: ReturnType<typeof sessionEnder>;

beforeEach(() => {
  application = new CallApplication();
  end = sessionEnder(application);
});

async function signedIn(): Promise<string> {
  const id = await application.add();
  const record = { refreshToken: 'CANARY-refresh', obtainedAtMs: application.clock.now(), endsAtMs: null };
  await application.storage.profiles.update(id, 1, { session: { record, origin } });
  return id;
}

describe('before a profile is removed, its session', () => {
  it('is gone when the server was told', async () => {
    const id = await signedIn();
    expect(await end(id)).toEqual({ isSignedOut: true });
    expect(application.signIns.revoked).toEqual([id]);
    expect(await application.storage.sessions.read(id)).toBeUndefined();
  });

  it('stays when the server could not be told, and why is passed on', async () => {
    application.signIns.result = { revoked: false, warning: 'The server could not be told: no network.' };
    const id = await signedIn();
    expect(await end(id)).toEqual({ isSignedOut: false, warning: 'The server could not be told: no network.' });
    expect(await application.storage.sessions.read(id)).toMatchObject({ refreshToken: 'CANARY-refresh' });
  });

  it('is not said to have ended where there was none', async () => {
    expect(await end(await application.add())).toEqual({ isSignedOut: false });
  });
});
