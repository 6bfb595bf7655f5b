import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuthorizationRequest } from '../../../main/sign-in/authorization-request.ts';

const parts = {
  endpoint: 'https://acme.login.sailpoint.com/oauth/authorize',
  clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
  redirectUri: 'http://localhost:8080/myApp/code',
};

function parametersOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

describe('an authorization request', () => {
  it('RFC 6749 section 4.1.1: asks for a code, as this client, to be sent to its redirect URI', () => {
    const { url, state } = createAuthorizationRequest(parts);
    expect(url.startsWith(`${parts.endpoint}?`)).toBe(true);
    expect(parametersOf(url)).toMatchObject({
      response_type: 'code',
      client_id: parts.clientId,
      redirect_uri: 'http://localhost:8080/myApp/code',
      state,
    });
  });

  it('RFC 7636 section 4.1: has a verifier of at least 43 unreserved characters, another one each time', () => {
    const verifiers = [createAuthorizationRequest(parts), createAuthorizationRequest(parts)].map((r) => r.codeVerifier);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
    expect(new Set(verifiers).size).toBe(2);
  });

  it('RFC 7636 sections 4.2 and 4.3: sends the S256 challenge of the verifier and its method', () => {
    const { url, codeVerifier } = createAuthorizationRequest(parts);
    const challenge = createHash('sha256').update(codeVerifier, 'ascii').digest('base64url');
    expect(parametersOf(url)).toMatchObject({ code_challenge: challenge, code_challenge_method: 'S256' });
  });

  it('RFC 9700 section 2.1.1: keeps the verifier out of the address', () => {
    const { url, codeVerifier } = createAuthorizationRequest(parts);
    expect(url).not.toContain(codeVerifier);
  });

  it('RFC 9700 section 4.7.1: has another state each time', () => {
    const states = [createAuthorizationRequest(parts), createAuthorizationRequest(parts)].map((r) => r.state);
    expect(new Set(states).size).toBe(2);
  });

  it('RFC 6749 section 3.1: keeps the query of the endpoint, and has no parameter twice', () => {
    const { url } = createAuthorizationRequest({
      ...parts,
      endpoint: 'https://id.example.com//auth?tenant=a%20b&state=x',
    });
    const { searchParams, pathname } = new URL(url);
    expect(pathname).toBe('//auth');
    expect(searchParams.get('tenant')).toBe('a b');
    expect(searchParams.getAll('state')).toHaveLength(1);
  });

  it('sends neither scope nor audience nor nonce that nobody asked for', () => {
    const { url, nonce } = createAuthorizationRequest(parts);
    expect(Object.keys(parametersOf(url))).not.toEqual(expect.arrayContaining(['scope', 'audience', 'nonce']));
    expect(nonce).toBeUndefined();
  });

  it('asks for a nonce of its own where openid is in the scope', () => {
    const { url, nonce, state } = createAuthorizationRequest({ ...parts, scope: 'openid offline_access' });
    expect(parametersOf(url)).toMatchObject({ scope: 'openid offline_access', nonce });
    expect(nonce).not.toBe(state);
  });

  it('sends the audience and further parameters, which cannot replace its own', () => {
    const params = { resource: 'https://api.example.com', prompt: 'consent', state: 'forged' };
    const { url, state } = createAuthorizationRequest({ ...parts, audience: 'https://api.example.com/', params });
    expect(parametersOf(url)).toMatchObject({
      resource: 'https://api.example.com',
      prompt: 'consent',
      audience: 'https://api.example.com/',
      state,
    });
  });
});
