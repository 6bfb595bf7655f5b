import { beforeEach, describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../../main/doctor/report.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { FakeCli } from './fake-session.ts';

let cli: FakeCli;

beforeEach(async () => {
  cli = new FakeCli();
  cli.storage.vault.mode = () => 'os';
  await cli.addProfile({}, 'secret-CANARY');
  cli.http.answerWith({ status: 405 });
});

async function report(...words: readonly string[]): Promise<DoctorReport> {
  return JSON.parse((await cli.run(['doctor', ...words, '--json'])).out) as DoctorReport;
}

describe('the exit code', () => {
  it('is 0 where nothing is wrong', async () => {
    expect((await cli.run(['doctor'])).code).toBe(0);
  });

  it('is 0 where there are only warnings', async () => {
    cli.http.answerWith({ status: 503 });
    const { code, out } = await cli.run(['doctor']);
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, '1 warning.']);
  });

  it('is 1 where there are problems, with nothing on standard error', async () => {
    cli.http.answerWith(new TokentrayError('network.dns', { data: { host: 'id.example.com' } }));
    expect(await cli.run(['doctor'])).toMatchObject({ code: 1, err: '' });
  });

  it('is 3 for a profile that there is not', async () => {
    expect((await cli.run(['doctor', 'nobody'])).code).toBe(3);
  });
});

describe('the report', () => {
  it('says what to do under what is wrong', async () => {
    cli.http.answerWith({ status: 503 });
    const { out } = await cli.run(['doctor']);
    expect(out).toMatch(/^! id\.example\.com: .+ 503\.\n {4}It seems .+$/m);
  });

  it('looks at the profile alone that was named, and at its hosts', async () => {
    await cli.addProfile({ name: 'other', endpoints: { token: 'https://other.example.com/token' } }, 'secret-CANARY');
    const { findings } = await report('other');
    const told = findings.filter(({ area }) => area === 'profile' || area === 'connection');
    expect(told.map(({ about }) => about)).toEqual(['other.example.com', 'other']);
  });

  it('is of the whole machine all the same where the storage does not open', async () => {
    cli.services.storage.profiles.list = () => {
      throw new Error('not reached');
    };
    cli.servicesFailure = new TokentrayError('storage.database_damaged', { data: { path: '/home/CANARY' } });
    const { level, findings } = await report();
    expect(level).toBe('problem');
    expect(findings.map(({ area }) => area)).toEqual(['folder', 'database', 'agent', 'trust']);
    expect(JSON.stringify(findings)).not.toContain('CANARY');
  });

  it('tells of a profile that cannot be read', async () => {
    cli.damage('acme');
    expect((await report()).findings.at(-1)).toMatchObject({ area: 'profile', about: 'acme', level: 'problem' });
  });

  it('holds no client id', async () => {
    await cli.addProfile({ name: 'other', clientId: 'client-CANARY' }, 'secret-CANARY');
    expect(JSON.stringify(await report())).not.toContain('CANARY');
  });
});
