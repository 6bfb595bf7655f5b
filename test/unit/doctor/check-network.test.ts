import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { httpInstant } from '../../../main/clock.ts';
import { connectionCheck } from '../../../main/doctor/check-connection.ts';
import { portChecks } from '../../../main/doctor/check-port.ts';
import { proxyCheck } from '../../../main/doctor/check-proxy.ts';
import { trustCheck } from '../../../main/doctor/check-trust.ts';
import { talkedTo } from '../../../main/doctor/endpoints-of.ts';
import type { Check } from '../../../main/doctor/run-checks.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { proxyFor } from '../../../main/http/proxy-route.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createTlsAuthority } from '../../fixtures/tls-authority.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp, onlyRequest } from '../../fixtures/fake-http.ts';

const found = (check: Check) => check.run(new AbortController().signal);
const levels = async (check: Check) => (await found(check)).map(({ area, level }) => `${area} ${level}`);

const profile: Profile = {
  name: 'acme',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'client-CANARY',
  endpoints: { token: 'https://id.example.com/token?key=CANARY', api: 'https://api.example.com:8443/v1' },
};

describe('the hosts of profiles', () => {
  it('are told once each, whoever uses them for what', () => {
    const hosts = talkedTo([profile, { ...profile, name: 'other' }]);
    expect(hosts.map(({ host, port }) => [host, port])).toEqual([
      ['id.example.com', 443],
      ['api.example.com:8443', 8443],
    ]);
    expect(hosts[0]?.uses).toEqual(['token of acme', 'token of other']);
  });

  it('are asked without a query, which may be secret', () => {
    expect(JSON.stringify(talkedTo([profile]))).not.toContain('CANARY');
  });
});

describe('a connection', () => {
  const clock = new FakeClock();
  const [target] = talkedTo([profile]);
  if (target === undefined) throw new Error('no host');
  const dated = (offsetMs: number) => ({ status: 405, headers: { date: httpInstant(clock.now() + offsetMs) } });

  it('is tried by a GET that carries nothing', async () => {
    const http = new FakeHttp([{ status: 405 }], clock);
    await found(connectionCheck(http, target));
    expect(onlyRequest(http)).toMatchObject({ method: 'GET', url: 'https://id.example.com/token', headers: {} });
  });

  it.each([
    ['that answers whatever', dated(0), ['connection ok', 'clock ok']],
    ['without a Date', { status: 404 }, ['connection ok']],
    ['with a fault', { status: 503 }, ['connection warning']],
    ['that sends elsewhere', new TokentrayError('network.redirected'), ['connection ok']],
    ['whose name is not known', new TokentrayError('network.dns'), ['connection problem']],
    ['whose certificate is not believed', new TokentrayError('network.tls_untrusted'), ['connection problem']],
    ['whose clock is a minute ahead', dated(60_000), ['connection ok', 'clock warning']],
    ['whose clock is a minute behind', dated(-60_000), ['connection ok', 'clock warning']],
    ['whose clock is an hour ahead', dated(3_600_000), ['connection ok', 'clock problem']],
  ])('%s', async (_case, answer, expected) => {
    expect(await levels(connectionCheck(new FakeHttp([answer], clock), target))).toEqual(expected);
  });

  it('tells by how much the local clock is behind', async () => {
    const [, finding] = await found(connectionCheck(new FakeHttp([dated(3_600_000)], clock), target));
    expect(finding?.what).toMatch(/60 minutes behind|61 minutes behind/);
  });
});

describe('the proxy', () => {
  const environment = { HTTPS_PROXY: 'http://jane:CANARY@proxy.example.com:3128', NO_PROXY: 'api.example.com' };
  const parts = { proxyFor: (host: string, port: number) => proxyFor(host, port, { environment }) };

  it('of each host is told, without its credentials', async () => {
    const connect = async () => undefined;
    const findings = await found(proxyCheck({ ...parts, connect }, talkedTo([profile])));
    expect(findings.map(({ about, level }) => [about, level])).toEqual([
      ['proxy.example.com:3128', 'ok'],
      [undefined, 'ok'],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/CANARY|jane/);
  });

  it('that cannot be reached is a problem', async () => {
    const connect = () =>
      Promise.reject(new TokentrayError('network.refused', { data: { systemCode: 'ECONNREFUSED' } }));
    expect(await levels(proxyCheck({ ...parts, connect }, talkedTo([profile])))).toEqual(['proxy problem', 'proxy ok']);
  });
});

describe('certificate files', () => {
  it.each([
    ['that can be read', (path: string) => [readFileSync(path, 'utf8')], 0, 'ok'],
    ['whose certificates have all ended', (path: string) => [readFileSync(path, 'utf8')], 1e14, 'warning'],
    [
      'that cannot be read',
      () => {
        throw new TokentrayError('network.ca_file_unreadable', { data: { path: '/home/CANARY' } });
      },
      0,
      'problem',
    ],
  ] as const)('%s', async (_case, read, nowMs, level) => {
    using authority = createTlsAuthority();
    const files = [{ source: 'the setting caFile', path: authority.caFile }];
    const findings = await found(trustCheck({ files, read, ofSystem: () => 3, nowMs }));
    expect(findings.map((finding) => finding.level)).toEqual(['ok', level]);
    expect(JSON.stringify(findings)).not.toContain('CANARY');
  });
});

describe('the port of a sign-in', () => {
  const signIn: Profile = { ...profile, auth: 'authorization_code', redirectUri: 'http://localhost:8123/code' };
  const parts = { tryPort: async () => undefined, isOurs: async () => false, ownerOf: () => 'node (process 7)' };
  const taken = (systemCode: string) => () =>
    Promise.reject(new TokentrayError('auth.sign_in_port_taken', { data: { host: '127.0.0.1:8123', systemCode } }));
  const all = async (over: Partial<typeof parts>, ...profiles: readonly Profile[]) =>
    (await Promise.all(portChecks({ ...parts, ...over }, profiles).map(found))).flat();

  it('is looked at once for all profiles that share it', async () => {
    const findings = await all({}, signIn, { ...signIn, name: 'other' });
    expect(findings).toMatchObject([{ about: '8123', level: 'ok' }]);
  });

  it('that may be any needs no look', async () => {
    expect(await all({}, { ...signIn, redirectUri: 'http://127.0.0.1/callback' }, profile)).toEqual([]);
  });

  it('of a sign-in under way is fine, and is not tried', async () => {
    const tryPort = () => Promise.reject(new Error('was tried'));
    expect(await all({ isOurs: async () => true, tryPort }, signIn)).toMatchObject([{ level: 'ok' }]);
  });

  it('that another program has is a problem, which names it', async () => {
    const [finding] = await all({ tryPort: taken('EADDRINUSE') }, signIn);
    expect(finding).toMatchObject({ level: 'problem', what: expect.stringContaining('node (process 7)') });
  });

  it('that the system does not give is a problem', async () => {
    expect(await all({ tryPort: taken('EACCES') }, signIn)).toMatchObject([{ level: 'problem' }]);
  });
});
