import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../../main/doctor/probe-result.ts';
import { probeReply } from '../../../main/ipc/probe-reply.ts';
import { profileNamed } from '../../fixtures/disk-storage.ts';

const works: ProbeResult = { verdict: 'works', what: 'It works.', next: 'Nothing needs to be done.', checks: [] };
const reply = (over: Partial<ProbeResult>, credentialExpires?: string) =>
  probeReply(
    { ...works, ...over },
    { ...profileNamed('acme'), ...(credentialExpires === undefined ? {} : { credentialExpires }) },
  );

describe('what the window says of a probe', () => {
  it('is good when the token works', () => {
    expect(reply({}).verdict).toBe('good');
  });

  it('is a warning when the token works and something is set up wrongly', () => {
    const checks = [{ name: 'enabled', ok: false, words: 'The API client is disabled.' }];
    expect(reply({ checks })).toMatchObject({ verdict: 'warning', checks: [{ verdict: 'bad' }] });
  });

  it('does not call a fault what could not be found out', () => {
    const checks = [{ name: 'client', ok: null, words: 'It could not be seen.' }];
    expect(reply({ checks })).toMatchObject({ verdict: 'good', checks: [{ verdict: 'unknown' }] });
  });

  it('names buttons in place of commands', () => {
    expect(reply({ verdict: 'unauthorized', next: 'Get a new one: tokentray token acme --force.' }).next).toBe(
      'Get a new one with Refresh.',
    );
    expect(reply({ verdict: 'wrong-path', next: 'Give an address to ask: tokentray probe acme URL.' }).next).toBe(
      'Give an address to ask.',
    );
  });

  it('offers the end of the credential once', () => {
    expect(reply({ credentialExpires: '2027-05-01' }).credentialExpires).toBe('2027-05-01');
    expect(reply({ credentialExpires: '2027-05-01' }, '2026-12-31').credentialExpires).toBe('2027-05-01');
    expect(reply({ credentialExpires: '2027-05-01' }, '2027-05-01').credentialExpires).toBeNull();
  });
});
