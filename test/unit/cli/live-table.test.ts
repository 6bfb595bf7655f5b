import { stripVTControlCharacters, styleText } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveLines } from '../../../main/cli/live-table.ts';
import type { Canvas, Hint } from '../../../main/cli/live-table.ts';
import { failureWords } from '../../../main/cli/failure.ts';
import type { StatusInWords } from '../../../main/cli/status.ts';
import { displayWidth } from '../../../main/cli/table.ts';
import type { ProfileStatus } from '../../../main/tokens/status.ts';
import { profileStatusOf, statusNowMs } from '../../fixtures/profile-status.ts';

const title = 'Tokentray 0.1.0';
const hint: Hint = { text: 'In another terminal:', command: ['tokentray', 'token', 'acme-prod'], continued: '\\' };

const canvas = (columns: number, rows = 50): Canvas => ({ columns, rows, paint: (_tone, text) => text });

function profile(name: string, over: Partial<ProfileStatus> = {}): StatusInWords {
  return { status: profileStatusOf(name, over), words: undefined };
}

function failing(name: string, description: string): StatusInWords {
  const error = { code: 'auth.refused', data: { oauthError: 'invalid_client', description, profile: name } } as const;
  return {
    status: profileStatusOf(name, { activity: 'stopped', appearance: 'attention', error, nextRefreshAtMs: null }),
    words: failureWords(error),
  };
}

const draw = (profiles: readonly StatusInWords[], on: Canvas) => liveLines({ title, profiles, hint }, statusNowMs, on);

describe('the live table', () => {
  it('shows state, remaining life and next refresh of every profile', () => {
    const lines = draw([profile('acme-prod', { isDefault: true }), profile('acme-sb', { token: 'none' })], canvas(80));
    expect(lines).toStrictEqual([
      'Tokentray 0.1.0',
      '',
      '  NAME       STATE       LEFT     REFRESH IN',
      '* acme-prod  valid       10m 00s  9m 00s',
      '  acme-sb    no token    -        9m 00s',
      '',
      'In another terminal: tokentray token acme-prod',
    ]);
  });

  it('shows what stands behind tokens where there is something to show', () => {
    const profiles = [profile('acme-jane', { sessionEndsAtMs: statusNowMs + 3_600_000 }), profile('acme-prod')];
    expect(
      draw(profiles, canvas(80))
        .slice(2, 5)
        .map((line) => line.trimEnd()),
    ).toStrictEqual([
      '  NAME       STATE       LEFT     REFRESH IN  SOURCE',
      '  acme-jane  valid       10m 00s  9m 00s      session 1h 00m',
      '  acme-prod  valid       10m 00s  9m 00s',
    ]);
  });

  it('says in words below a profile why its last attempt failed', () => {
    const [, , , row = '', ...below] = draw([failing('acme-prod', 'gone')], canvas(100));
    expect(row).toContain('stopped');
    expect(below[0]).toMatch(/^ {4}\S/);
  });

  it.each([
    [60, '  NAME             STATE       LEFT     REFRESH IN'],
    [40, '  NAME             STATE       LEFT'],
    [30, '  NAME             STATE'],
    [20, '  NAME    STATE'],
  ])('drops the least important columns at %i cells', (columns, header) => {
    const lines = draw([profile('an-identity-org')], canvas(columns));
    expect(lines[2]).toBe(header);
  });

  it('cuts a long name rather than the remaining life at 40 cells', () => {
    expect(draw([profile('an-identity-organisation-in-production')], canvas(40))[3]).toBe(
      '  an-identity-orga…  valid       10m 00s',
    );
  });

  it('shows first what fails, then what expires soonest', () => {
    const lines = draw(
      [
        profile('unknown', { token: 'valid-expiry-unknown', expiresAtMs: null }),
        profile('later'),
        profile('sooner', { expiresAtMs: statusNowMs + 1_000 }),
        failing('refused', 'gone'),
      ],
      canvas(100),
    );
    const names = lines.slice(3).filter((line) => /^ {2}\S/.test(line));
    expect(names.map((line) => line.trim().split(' ')[0])).toStrictEqual(['refused', 'sooner', 'later', 'unknown']);
  });

  it('cuts a name rather than the state', () => {
    expect(draw([profile('an-identity-org')], canvas(20))[3]).toBe('  an-id…  valid');
  });

  it('breaks a long command so that a shell takes it as one', () => {
    const long = {
      ...hint,
      command: ['TOKENTRAY_HOME=/tmp/tokentray-demo-Xy12Zz', 'npx', 'tokentray', 'token', 'demo'],
    };
    const lines = liveLines({ title, profiles: [], hint: long }, statusNowMs, canvas(50));
    expect(lines.slice(2)).toStrictEqual([
      'In another terminal:',
      'TOKENTRAY_HOME=/tmp/tokentray-demo-Xy12Zz npx \\',
      'tokentray token demo',
    ]);
  });

  it('shows the hint alone when there is no profile', () => {
    expect(draw([], canvas(80))).toStrictEqual([
      'Tokentray 0.1.0',
      '',
      'In another terminal: tokentray token acme-prod',
    ]);
  });

  it('keeps the hint and says that there is more when the terminal is too low', () => {
    const many = Array.from({ length: 30 }, (_, at) => profile(`tenant-${at}`));
    const lines = draw(many, canvas(80, 10));
    expect(lines).toHaveLength(10);
    expect(lines.at(-2)).toBe('… 24 more');
    expect(lines.at(-1)).toContain('tokentray token');
  });

  it('says how many there are more, and how many of them fail', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      at < 30 ? failing(`bad-${at}`, 'gone') : profile(`good-${at}`),
    );
    expect(draw(many, canvas(80, 10)).at(-2)).toBe('… 34 more, 24 of them failing');
  });

  it('lets nothing in an error steer the terminal', () => {
    const lines = draw([failing('acme', 'a\u001b[2J\u0007\r\nb\u202ec\u009b31m')], canvas(200));
    // oxlint-disable-next-line no-control-regex
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  it('paints without changing what stands where', () => {
    const painted: Canvas = {
      ...canvas(80),
      paint: (_tone, text) => styleText('red', text, { validateStream: false }),
    };
    const profiles = [failing('acme-prod', 'gone'), profile('acme-sb')];
    expect(draw(profiles, painted).map(stripVTControlCharacters)).toStrictEqual(draw(profiles, canvas(80)));
  });

  it('fits every terminal from 20 cells and 4 lines on, whatever names and errors hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const entry = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 }),
      error: fc.option(text),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 4, max: 60 }),
        (entries, columns, rows) => {
          const profiles = entries.map(({ name, error }) => (error === null ? profile(name) : failing(name, error)));
          const lines = draw(profiles, canvas(columns, rows));
          expect(lines.length).toBeLessThanOrEqual(rows);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});
