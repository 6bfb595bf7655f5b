import { describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { readPastedRedirect } from '../../../main/sign-in/pasted-redirect.ts';

const redirectUri = 'https://myappdomain.com/oauth/redirect';
const query = 'code=CANARY-code-1&state=state-1';

const read = (text: string, uri = redirectUri) => Object.fromEntries(readPastedRedirect(text, uri));

describe('a pasted redirect', () => {
  it.each([
    ['the whole address', `${redirectUri}?${query}`],
    ['its query alone', `?${query}`],
    ['its parameters alone', query],
    ['blanks around it', `  ${redirectUri}?${query}\r\n`],
    ['quotes around it', `"${redirectUri}?${query}"`],
    ['curly quotes around it', `\u201C${redirectUri}?${query}\u201D`],
    ['angle brackets around it', `<${redirectUri}?${query}>`],
    ['line breaks of a terminal within it', `${redirectUri}?code=CANARY-\r\n  code-1&state=\nstate-1`],
    ['an invisible mark before it', `\uFEFF${redirectUri}?${query}`],
    ['a fragment that a server put behind it', `${redirectUri}?${query}#_=_`],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toStrictEqual({ code: 'CANARY-code-1', state: 'state-1' });
  });

  it('is read for a loopback address as well', () => {
    const uri = 'http://localhost:8080/myApp/code';
    expect(read(`${uri}?${query}`, uri)).toMatchObject({ state: 'state-1' });
  });

  it.each([
    ['nothing', '  '],
    ['the address of the sign-in itself', 'https://acme.login.sailpoint.com/oauth/authorize?state=state-1'],
    ['another path', `https://myappdomain.com/other?${query}`],
    ['another host', `https://evil.example/oauth/redirect?${query}`],
    ['a bare code', 'CANARY-code-1'],
    ['a novel', `?code=${'a'.repeat(40_000)}`],
  ])('is refused when it is %s', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'auth.sign_in_invalid' }));
  });

  it('is not quoted in the refusal', () => {
    let message = '';
    try {
      read(`https://evil.example/?${query}`);
    } catch (error) {
      message = error instanceof TokentrayError ? JSON.stringify([error.message, error.data]) : '';
    }
    expect(message).toContain('another address');
    expect(message).not.toContain('CANARY');
  });
});
