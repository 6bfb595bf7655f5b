import { describe, expect, it } from 'vitest';
import { judgeRequest } from '../../../main/sign-in/redirect-request.ts';
import type { RequestHead } from '../../../main/sign-in/redirect-request.ts';

const target = '/myApp/code?code=CANARY-code&state=s%201';
const judge = (head: Partial<RequestHead>, port = 8080) =>
  judgeRequest(
    { method: 'GET', target, hosts: [`localhost:${port}`], ...head },
    { port, paths: new Set(['/myApp/code']) },
  );

describe('a request to the listener', () => {
  it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LocalHost:8080'])('is looked at for %s', (host) => {
    const judged = judge({ hosts: [host] });
    expect(judged).toMatchObject({ kind: 'redirect', path: '/myApp/code' });
    expect(judged.kind === 'redirect' && judged.parameters.get('state')).toBe('s 1');
  });

  it.each([
    ['another name', ['evil.example:8080']],
    ['the same name with another port', ['localhost:8081']],
    ['the name without the port', ['localhost']],
    ['a name that begins alike', ['localhost.evil.example:8080']],
    ['no name', []],
    ['two names', ['localhost:8080', 'localhost:8080']],
  ])('is refused for %s', (_, hosts) => {
    expect(judge({ hosts })).toStrictEqual({ kind: 'refused', status: 400 });
  });

  it('may leave out port 80', () => {
    expect(judge({ hosts: ['localhost'] }, 80)).toMatchObject({ kind: 'redirect' });
  });

  it.each(['/', '/myApp', '/myApp/code/', '/myapp/code?state=s', '/myApp%2Fcode', '//evil.example/myApp/code', '*'])(
    'is not found at %s',
    (other) => {
      expect(judge({ target: other })).toStrictEqual({ kind: 'refused', status: 404 });
    },
  );

  it('is not found where it names a server, as requests to a proxy do', () => {
    expect(judge({ target: 'http://localhost:8080/myApp/code?state=s' })).toMatchObject({ status: 404 });
  });

  it.each(['POST', 'HEAD', 'OPTIONS', 'PUT'])('is refused with %s', (method) => {
    expect(judge({ method })).toStrictEqual({ kind: 'refused', status: 405 });
  });

  it('says nothing of its paths to a page elsewhere', () => {
    expect(judge({ hosts: ['evil.example'], method: 'POST' })).toStrictEqual(
      judge({ hosts: ['evil.example'], target: '/' }),
    );
  });
});
