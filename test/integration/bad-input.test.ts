/** Profile files, keys and servers that are wrong, through the whole command line: refused clearly, and nothing is stored. */
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandProgram } from '../fixtures/command-program.ts';
import type { CommandProgram } from '../fixtures/command-program.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { ServerAnswer, TokenServer } from '../fixtures/token-server.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

let program: CommandProgram;

beforeEach(() => {
  program = createCommandProgram();
});

afterEach(() => program.remove());

it('is about input that is right but for one thing', async () => {
  const { code } = await program.add(serviceAccount, { privateKeyJwk: rsa.privateKey.export({ format: 'jwk' }) });
  expect({ code, rows: program.storedRows() }).toEqual({ code: 0, rows: 2 });
});

const serviceAccount = {
  name: 'acme-aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant: 'openam-acme.forgeblocks.com',
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:am:*',
};

describe('a redirect URI', () => {
  const example = 'http://localhost:8080/myApp/code';
  const web = { name: 'acme-web', system: 'isc', auth: 'authorization_code', tenant: 'acme', clientId: 'client-1' };

  it.each([
    ['http of another machine', 'http://app.example.com/code', 'https://', 'https://app.example.com/code'],
    ['a scheme of its own', 'com.example.app:/code', 'https://', example],
    ['another loopback address', 'http://127.0.0.2:8080/code', 'localhost, 127.0.0.1 or [::1]', example],
    ['https of this machine', 'https://localhost:8080/code', 'nobody issues a certificate', example],
    ['https of the loopback IP', 'https://127.0.0.1/code', 'nobody issues a certificate', example],
  ])('of %s is refused by its field, with what would be right', async (_name, redirectUri, expected, right) => {
    const { code, stdout, stderr } = await program.add({ ...web, redirectUri });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('redirectUri: ');
    expect(stderr).toContain(expected);
    expect(stderr).toContain(right);
    expect(program.storedRows()).toBe(0);
  });

  it('whose port another program has is told at the sign-in, which stores nothing', async () => {
    await using other = await serveHttp((_request, response) => response.end());
    const redirectUri = `http://localhost:${other.port}/code`;
    const endpoints = { authorize: 'https://id.example.com/authorize', ui: 'https://acme.example.com' };
    expect((await program.add({ ...web, redirectUri, endpoints })).code).toBe(0);
    const before = program.storedRows();
    const { code, stdout, stderr } = await program.run(['login', 'acme-web', '--no-browser']);
    expect({ code, stdout, rows: program.storedRows() }).toEqual({ code: 4, stdout: '', rows: before });
    expect(stderr).toContain(`127.0.0.1:${other.port}`);
  });
});

describe('a key of a service account', () => {
  const jwk = rsa.privateKey.export({ format: 'jwk' });
  const pem = rsa.privateKey.export({ format: 'pem', type: 'pkcs8' });
  const passphrase = { cipher: 'aes-256-cbc', passphrase: 'CANARY' };

  it.each<readonly [string, unknown, string]>([
    ['its public half', rsa.publicKey.export({ format: 'jwk' }), 'public key'],
    ['an elliptic-curve key', ec.privateKey.export({ format: 'jwk' }), 'elliptic-curve key (EC)'],
    ['an encrypted JWK', { protected: 'e30', iv: 'CANARY', ciphertext: 'CANARY', tag: 'CANARY' }, 'encrypted (JWE)'],
    ['a JWK with a part missing', { ...jwk, qi: undefined }, 'lacks the member qi'],
    ['a JWK with a damaged part', { ...jwk, d: `${jwk.d?.slice(0, 40)} CANARY` }, 'damaged'],
    ['a JWK of two keys', { ...jwk, n: otherRsa.publicKey.export({ format: 'jwk' }).n }, 'do not belong together'],
    ['PEM', pem, 'PEM'],
    ['encrypted PEM', rsa.privateKey.export({ format: 'pem', type: 'pkcs8', ...passphrase }), 'encrypted PEM'],
    ['a public key in PEM', rsa.publicKey.export({ format: 'pem', type: 'spki' }), 'public key or certificate'],
    ['a path', '/home/jane/CANARY.jwk', 'not a text or a path'],
  ])('that is %s is refused by its field, with an example, and not quoted', async (_name, privateKeyJwk, expected) => {
    const { code, stdout, stderr } = await program.add(serviceAccount, { privateKeyJwk });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('privateKeyJwk: ');
    expect(stderr).toContain(expected);
    expect(stderr).toContain('{"kty":"RSA"');
    for (const part of ['CANARY', String(jwk.n), String(jwk.d), pem.slice(40, 90)]) expect(stderr).not.toContain(part);
    expect(program.storedRows()).toBe(0);
  });
});

describe('a server that describes itself', () => {
  let server: TokenServer;
  let issuer: string;

  beforeEach(async () => {
    server = await startTokenServer([]);
    issuer = server.origin;
  });

  afterEach(() => server.close());

  const metadata = (more: object = {}) => ({ issuer, token_endpoint: `${issuer}/token`, ...more });

  async function addAt(...answers: readonly ServerAnswer[]) {
    server.answerWith(answers);
    const profile = { name: 'billing', system: 'oauth', auth: 'client_credentials', issuer, clientId: 'client-1' };
    const outcome = await program.add(profile, { clientSecret: 'CANARY-secret' });
    expect(outcome).toMatchObject({ stdout: '' });
    expect(program.storedRows()).toBe(0);
    expect(JSON.stringify(server.requests) + outcome.stderr).not.toContain('CANARY');
    return outcome;
  }

  it('RFC 8414 section 3.3: as another issuer is refused with both names side by side', async () => {
    const { code, stderr } = await addAt({ body: metadata({ issuer: 'https://other.example.com' }) });
    expect(code).toBe(2);
    expect(stderr).toContain(issuer);
    expect(stderr).toContain('https://other.example.com');
  });

  it('RFC 8414 section 3.3: as another issuer is taken where the person says that exact name and where it is', async () => {
    const other = 'https://other.example.com:443/am/oauth2/alpha';
    server.answerWith([{ body: metadata({ issuer: other }) }]);
    const endpoints = { info: `${issuer}/.well-known/openid-configuration` };
    const pinned = { name: 'billing', system: 'oauth', auth: 'client_credentials', clientId: 'client-1' };
    const { code, stderr } = await program.add({ ...pinned, issuer: other, endpoints }, { clientSecret: 'CANARY' });
    expect({ code, stderr, rows: program.storedRows() }).toEqual({ code: 0, stderr: '', rows: 2 });
  });

  it.each([
    ['http of another machine', 'http://id.example.com/token'],
    ['another protocol', 'ftp://id.example.com/token'],
    ['a script', 'javascript:alert(1)'],
    ['a user name in it', 'https://jane:pass@id.example.com/token'],
  ])('with a token endpoint of %s is refused by the field that it is for', async (_name, url) => {
    const { code, stderr } = await addAt({ body: metadata({ token_endpoint: url }) });
    expect(code).toBe(2);
    expect(stderr).toContain('The profile "billing" is not valid.');
    expect(stderr).toContain('endpoints.token: ');
    expect(stderr).toContain('Example: https://id.example.com/oauth/token');
    expect(stderr).not.toContain(url);
  });

  it('without an endpoint that is needed is refused by its name', async () => {
    const { code, stderr } = await addAt({ body: metadata({ token_endpoint: undefined }) });
    expect(code).toBe(2);
    expect(stderr).toContain('endpoints.token: ');
  });

  it.each([600_000, 1_048_576])('in %d characters is refused for its size', async (size) => {
    const { code, stderr } = await addAt({ body: metadata({ filler: 'x'.repeat(size) }) });
    expect(code).toBe(6);
    expect(stderr).toContain('far larger');
    expect(stderr).toContain('"issuer"');
  });

  it.each([
    ['a web page', { headers: { 'content-type': 'text/html' }, body: '<html><title>Welcome</title></html>' }],
    ['nothing', { status: 404 }],
    ['a list', { body: '[]' }],
  ])('by %s is told, with the address that was asked', async (_name, answer) => {
    const { code, stderr } = await addAt(answer);
    expect(code).toBe(2);
    expect(stderr).toContain(`127.0.0.1:${new URL(issuer).port}/.well-known/openid-configuration`);
  });
});

describe('a profile file', () => {
  it.each([
    ['that is no JSON', '{"name": "acme",', 'JSON'],
    ['that is a web page', '<html></html>', 'JSON'],
    ['that is a list', '[]', 'object'],
    ['with a field that is not known', { ...serviceAccount, clientsecret: 'CANARY' }, 'clientsecret'],
    ['with a field of another system', { ...serviceAccount, redirectUri: 'http://localhost/code' }, 'redirectUri'],
    ['without a field that is needed', { ...serviceAccount, tenant: undefined }, 'tenant'],
  ])('%s is refused, and said why', async (_name, content, expected) => {
    const { code, stdout, stderr } = await program.add(content, {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('CANARY');
    expect(program.storedRows()).toBe(0);
  });
});
