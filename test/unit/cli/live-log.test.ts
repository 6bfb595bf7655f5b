import { describe, expect, it } from 'vitest';
import { failureWords } from '../../../main/cli/failure.ts';
import { changeLines } from '../../../main/cli/live-log.ts';
import type { StatusInWords } from '../../../main/cli/status.ts';
import type { ProfileStatus } from '../../../main/tokens/status.ts';
import { profileStatusOf, statusNowMs } from '../../fixtures/profile-status.ts';

const profile = (name: string, over: Partial<ProfileStatus> = {}): StatusInWords => ({
  status: profileStatusOf(name, over),
  words: undefined,
});

const linesBetween = (before: readonly StatusInWords[], after: readonly StatusInWords[], laterMs = 1_000) => {
  const { told } = changeLines(new Map(), before, statusNowMs);
  return changeLines(told, after, statusNowMs + laterMs).lines;
};

describe('the log of a running agent', () => {
  it('begins with a line for every profile', () => {
    expect(changeLines(new Map(), [profile('acme')], statusNowMs).lines).toStrictEqual([
      '2027-01-15T08:00:00Z acme valid, until 2027-01-15T08:10:00Z, next refresh 2027-01-15T08:09:00Z',
    ]);
  });

  it('is silent while only time passes', () => {
    expect(linesBetween([profile('acme')], [profile('acme')], 300_000)).toStrictEqual([]);
  });

  it('tells only of the profile that changed', () => {
    const lines = linesBetween(
      [profile('acme'), profile('beta')],
      [profile('acme'), profile('beta', { activity: 'refreshing' })],
    );
    expect(lines).toStrictEqual(['2027-01-15T08:00:01Z beta refreshing']);
  });

  it('tells that a profile is gone', () => {
    expect(linesBetween([profile('acme')], [])).toStrictEqual(['2027-01-15T08:00:01Z acme removed']);
  });

  it('tells of a new name', () => {
    const renamed = profile('beta', { id: 'id-acme' });
    expect(linesBetween([profile('acme')], [renamed])).toStrictEqual([expect.stringContaining(' beta valid')]);
  });

  it('keeps to one line and lets nothing in an error steer a terminal', () => {
    const error = { code: 'auth.refused', data: { description: 'a\nb\u001b[2Jc', oauthError: 'x' } } as const;
    const failed = { status: profileStatusOf('acme', { error }), words: failureWords(error) };
    const { lines } = changeLines(new Map(), [failed], statusNowMs);
    expect(lines).toHaveLength(1);
    // oxlint-disable-next-line no-control-regex
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f]/);
  });
});
