import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DoctorReport } from '../../main/doctor/report.ts';
import { createCommandProgram } from '../fixtures/command-program.ts';
import type { CommandProgram } from '../fixtures/command-program.ts';
import { databaseOf } from '../fixtures/disk-storage.ts';
import { serveHttp, serveHttps, serveTcp, unusedPort } from '../fixtures/loopback-server.ts';
import { createTlsAuthority } from '../fixtures/tls-authority.ts';

const secrets = { clientSecret: 'secret-CANARY' };
let program: CommandProgram;

beforeEach(() => {
  program = createCommandProgram();
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) vi.stubEnv(name, '');
  vi.stubEnv('NODE_EXTRA_CA_CERTS', '');
});

afterEach(() => {
  program.remove();
  vi.unstubAllEnvs();
});

const profileOf = (token: string, over: Record<string, unknown> = {}) => ({
  name: 'acme',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'client-CANARY',
  endpoints: { token },
  ...over,
});

async function report(): Promise<DoctorReport & { readonly text: string; readonly code: number | null }> {
  const { code, stdout } = await program.run(['doctor', '--json']);
  return { ...(JSON.parse(stdout) as DoctorReport), text: stdout, code };
}

const troubles = ({ findings }: DoctorReport) =>
  findings.filter(({ level }) => level !== 'ok').map(({ area, level }) => `${area} ${level}`);

describe('everything as it should be', () => {
  it('is found fine, with no secret and no client id in report or request', async () => {
    const seen: unknown[] = [];
    await using server = await serveHttp((request, answer) => {
      seen.push([request.method, request.url, request.headers.authorization]);
      answer.writeHead(405).end();
    });
    await program.add(profileOf(`http://127.0.0.1:${server.port}/token?key=CANARY`), secrets);
    const found = await report();
    expect(troubles(found)).toEqual([]);
    expect(found.code).toBe(0);
    expect(seen).toEqual([['GET', '/token', undefined]]);
    expect(found.text).not.toContain('CANARY');
    expect(found.text).not.toContain(program.home);
  });
});

describe('what is wrong', () => {
  it('with a certificate is told, and fine once its authority is believed', async () => {
    using authority = createTlsAuthority();
    await using server = await serveHttps(authority.issue({ hosts: ['localhost'] }), (_, answer) => void answer.end());
    await program.add(profileOf(`https://localhost:${server.port}/token`), secrets);
    expect(troubles(await report())).toEqual(['connection problem']);
    await program.run(['settings', 'set', 'caFile', authority.caFile]);
    expect(troubles(await report())).toEqual([]);
    writeFileSync(authority.caFile, 'CANARY');
    const found = await report();
    expect(troubles(found)).toEqual(['trust problem', 'connection problem']);
    expect(found.text).not.toContain('CANARY');
  });

  it('with a clock is told', async () => {
    await using server = await serveHttp((_, answer) => {
      answer.writeHead(405, { date: 'Fri, 01 Jan 2021 00:00:00 GMT' }).end();
    });
    await program.add(profileOf(`http://127.0.0.1:${server.port}/token`), secrets);
    expect(troubles(await report())).toEqual(['clock problem']);
  });

  it('with a proxy is told, without its password', async () => {
    const port = await unusedPort();
    vi.stubEnv('HTTPS_PROXY', `http://jane:pass-CANARY@127.0.0.1:${port}`);
    await program.add(profileOf('https://id.example.com/token'), secrets);
    const found = await report();
    expect(troubles(found)).toEqual(['proxy problem', 'connection problem']);
    expect(found.text).not.toMatch(/CANARY|jane/);
  });

  it('with the address of a proxy is told, and where it stands', async () => {
    vi.stubEnv('HTTPS_PROXY', 'socks5://jane:pass-CANARY@127.0.0.1:9');
    await program.add(profileOf('https://id.example.com/token'), secrets);
    const found = await report();
    expect(troubles(found)).toEqual(['proxy problem', 'connection problem']);
    expect(found.findings.find(({ area }) => area === 'proxy')?.what).toContain('HTTPS_PROXY names a kind of proxy');
    expect(found.text).not.toMatch(/CANARY|jane/);
  });

  it('with the port of a sign-in is told, and the port is free again after a look', async () => {
    await using server = await serveHttp((_, answer) => void answer.end());
    const port = await unusedPort();
    const signIn = {
      auth: 'authorization_code',
      redirectUri: `http://localhost:${port}/code`,
      endpoints: { token: `http://127.0.0.1:${server.port}/token`, authorize: `http://127.0.0.1:${server.port}/a` },
    };
    await program.add(profileOf('', signIn));
    expect(troubles(await report())).toEqual(['profile warning']);
    expect(troubles(await report())).toEqual(['profile warning']);
    await using other = await serveTcp(() => undefined);
    const file = `${program.home}.json`;
    writeFileSync(
      file,
      JSON.stringify(profileOf('', { ...signIn, redirectUri: `http://localhost:${other.port}/code` })),
    );
    await program.run(['edit', 'acme', '--file', file, '--no-test']);
    const found = await report();
    expect(troubles(found)).toEqual(['port problem', 'profile warning']);
    if (process.platform === 'linux') expect(found.text).toContain(`(process ${process.pid})`);
  });

  it('with the passphrase is told', async () => {
    await program.add(profileOf('https://127.0.0.1:9/token'), secrets);
    vi.stubEnv('TOKENTRAY_PASSPHRASE', 'another CANARY');
    expect(troubles(await report())).toContain('vault problem');
  });

  it.skipIf(process.platform === 'win32')('with who may read the data folder is told', async () => {
    await program.run(['list']);
    chmodSync(program.home, 0o755);
    expect(troubles(await report())).toEqual(['folder warning']);
  });

  it('with the database is told, and nothing of it is changed', async () => {
    await program.run(['list']);
    const path = databaseOf(program.home);
    writeFileSync(path, 'CANARY is no database. '.repeat(400));
    const before = readFileSync(path);
    const found = await report();
    expect(troubles(found)).toEqual(['database problem']);
    expect(found.code).toBe(1);
    expect(found.text).not.toContain('CANARY');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each(['tokens', 'profiles', 'settings'])(
    'inside the database is told by its integrity check (%s)',
    async (table) => {
      await program.run(['list']);
      const path = databaseOf(program.home);
      const page = rootPageOf(path, table);
      const bytes = readFileSync(path);
      // A page that is not read when the file is opened, though perhaps to know what is to be looked at.
      bytes.fill(0xee, (page - 1) * pageBytes, page * pageBytes);
      writeFileSync(path, bytes);
      const found = await report();
      expect(troubles(found)).toContain('database problem');
      expect(found.findings.map(({ area }) => area)).toEqual(expect.arrayContaining(['folder', 'agent', 'trust']));
    },
  );

  it('with a file in the place of the data folder is told, and is no fault of anything else', async () => {
    writeFileSync(program.home, '');
    expect(troubles(await report())).toEqual(['folder problem', 'database problem']);
  });

  it('with a server that takes the connection and says nothing is told', async () => {
    await using server = await serveTcp(() => undefined);
    await program.add(profileOf(`http://127.0.0.1:${server.port}/token`), secrets);
    const { findings } = await report();
    const about = findings.find(({ area }) => area === 'connection');
    expect([about?.level, about?.next]).toEqual(['problem', expect.stringContaining('status page')]);
  }, 60_000);
});

const pageBytes = 4096;

function rootPageOf(path: string, table: string): number {
  using database = new DatabaseSync(path, { readOnly: true });
  return Number(database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').get(table)?.['rootpage']);
}
