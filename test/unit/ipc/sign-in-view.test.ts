import { describe, expect, it } from 'vitest';
import { signInView } from '../../../main/ipc/sign-in-view.ts';
import type { SignInState } from '../../../main/tokens/sign-ins.ts';
import { waitingForCode, waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';

const view = (state: SignInState) => signInView({ id: 'sign-in-1', state: () => state }, undefined);

describe('what the window is told of a sign-in', () => {
  it('is the host of its page, and not the address', () => {
    expect(view(waitingInBrowser)).toMatchObject({
      host: 'id.example.com',
      redirectUri: 'http://localhost:8080/myApp/code',
    });
    expect(JSON.stringify(view(waitingInBrowser))).not.toMatch(/state-1|client-1|authorize/);
  });

  it('is the code and the address at which it is typed', () => {
    expect(view(waitingForCode)).toMatchObject({
      finish: 'device',
      userCode: 'WDJB-MJHT',
      verificationUri: 'https://id.example.com/device',
    });
  });

  it('is who signed in and who was expected', () => {
    const state = { kind: 'other-user', expected: { user: 'jane' }, actual: { user: 'john', pod: 'stg01' } } as const;
    expect(view(state)).toEqual({
      id: 'sign-in-1',
      kind: 'other-user',
      expected: { user: 'jane' },
      actual: { user: 'john' },
    });
  });

  it('is a failure in words', () => {
    const { failure } = view({ kind: 'failed', error: { code: 'auth.sign_in_denied', data: {} } }) as {
      readonly failure: { readonly what: string; readonly next: string };
    };
    expect(failure.what).toMatch(/\.$/);
    expect(failure.next).not.toContain('tokentray');
  });

  it('is not who the token is for', () => {
    expect(view({ kind: 'done', identity: { user: 'jane' } })).toEqual({ id: 'sign-in-1', kind: 'done', note: null });
  });
});
