import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorText } from '../../../main/error-texts.ts';
import { oauthReasons, statusReasons } from '../../../main/error-texts/refusals.ts';
import { errorCodes } from '../../../main/errors.ts';
import type { ErrorData } from '../../../main/errors.ts';
import { secretKinds } from '../../../main/profiles/profile.ts';

const everything: ErrorData = {
  profile: 'acme-prod',
  host: 'acme.api.identitynow.com',
  status: 401,
  oauthError: 'invalid_client',
  description: 'Client is unknown.',
  retryAfterMs: 61_000,
  systemCode: 'EACCES',
  path: '/home/jane/profile.json',
  suggestion: 'acme-dev',
  issues: [{ path: 'tenant', message: 'Is missing.' }],
  detail: 'something is odd',
};

const isLineForPeople = (text: string) => /^[A-Z"].*[.!?]["”)]?$/u.test(text) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

describe.each(errorCodes)('the text for %s', (code) => {
  it.each([
    ['no facts', {}],
    ['all facts', everything],
  ])('is two whole sentences with %s', (_name, data) => {
    const { what, next } = errorText(code, data);
    expect([what, next]).toSatisfy((lines: string[]) => lines.every(isLineForPeople));
  });

  it('never shows what is not known', () => {
    expect(JSON.stringify(errorText(code, {}))).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it('stays printable and on one line, whatever the facts hold', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            profile: fc.string(),
            host: fc.string({ unit: 'binary' }),
            oauthError: fc.string({ unit: 'binary' }),
            description: fc.string({ unit: 'binary', maxLength: 500 }),
            detail: fc.string({ unit: 'binary' }),
            path: fc.string({ unit: 'binary' }),
            suggestion: fc.string({ unit: 'binary' }),
            systemCode: fc.string({ unit: 'binary' }),
          },
          { requiredKeys: [] },
        ),
        (data) => {
          const { what, next } = errorText(code, data);
          expect(`${what}${next}`).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it.each(errorCodes.filter((code) => code.startsWith('network.') && code !== 'network.proxy_invalid'))(
  '%s names the host or the file',
  (code) => {
    const { what } = errorText(code, { host: 'acme.example.com', path: '/etc/acme.pem' });
    expect(what).toMatch(/acme\.example\.com|\/etc\/acme\.pem/);
  },
);

describe('a secret that is missing', () => {
  it.each(secretKinds)('is called what people call it, not %s', (detail) => {
    expect(errorText('auth.secret_missing', { profile: 'acme', detail }).what).not.toContain(detail);
  });
});

it('does not say twice that somebody must sign in', () => {
  const { what, next } = errorText('auth.sign_in_needed', { profile: 'acme' });
  expect(`${what} ${next}`.match(/sign in/gi)).toHaveLength(1);
});

describe('a refusal', () => {
  it('names host, profile, OAuth error, status and the words of the server', () => {
    const { what } = errorText('auth.refused', everything);
    for (const fact of ['acme.api.identitynow.com', 'acme-prod', 'invalid_client', '401', 'Client is unknown.']) {
      expect(what).toContain(fact);
    }
  });

  it.each([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
    'access_denied',
    'server_error',
    'temporarily_unavailable',
    'invalid_token',
    'invalid_target',
    'use_dpop_nonce',
    'slow_down',
    'expired_token',
    'authorization_pending',
    // RFC 6749 section 4.1.2.1 and OpenID Connect Core section 3.1.2.6: at the authorization endpoint
    'unsupported_response_type',
    'login_required',
    'interaction_required',
    'consent_required',
    'account_selection_required',
    'request_not_supported',
    'redirect_uri_mismatch',
    // RFC 7009 section 2.2.1
    'unsupported_token_type',
  ])('explains %s', (oauthError) => {
    expect(oauthReasons.has(oauthError)).toBe(true);
  });

  it('has one sentence for each OAuth error and status', () => {
    const reasons = [...oauthReasons.values(), ...statusReasons.values()].map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('keeps an OAuth error that no standard knows', () => {
    expect(errorText('auth.refused', { oauthError: 'moon_phase' }).what).toContain('moon_phase');
  });

  it('tells statuses apart where the server named no error', () => {
    const texts = [400, 401, 403, 404, 405, 415, 418].map((status) => errorText('auth.refused', { status }).next);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('shortens what a talkative server says', () => {
    const { what } = errorText('auth.refused', { description: 'x'.repeat(10_000) });
    expect(what.length).toBeLessThan(600);
  });
});

it.each([
  [1, '1 second'],
  [61_000, '61 seconds'],
  [120_001, '3 minutes'],
  [7_200_000, '2 hours'],
])('rounds a wait of %i ms up to %s', (retryAfterMs, words) => {
  expect(errorText('network.rate_limited', { retryAfterMs }).next).toContain(words);
});

it('tells how long a server with a fault of its own asked to wait', () => {
  expect(errorText('network.server_error', { status: 503, retryAfterMs: 120_000 }).next).toContain('2 minutes');
});

it('advises what helps against a token of another type, too', () => {
  const { next } = errorText('network.bad_answer', { detail: 'a token of type mac instead of type Bearer' });
  expect(next).toMatch(/"endpoints".*bearer tokens/);
});

it('tells a pending sign-in as waiting for a person, not as asked too often', () => {
  const { what, next } = errorText('network.rate_limited', { oauthError: 'authorization_pending' });
  expect(what).toContain('waits for a person');
  expect(`${what} ${next}`).not.toMatch(/too often|Wait a while/);
});

it.each(['network.tls_untrusted', 'network.tls_expired', 'network.tls_hostname', 'network.tls_failed'] as const)(
  '%s blames the proxy where it is its certificate',
  (code) => {
    const ofProxy = errorText(code, { host: 'proxy.test:3128', peer: 'proxy' });
    expect(ofProxy.what).toContain('proxy proxy.test:3128');
    expect(`${ofProxy.what} ${ofProxy.next}`).not.toMatch(/the server|tenant/);
  },
);

it('does not send a person to the help whose new passphrases for the vault differ', () => {
  const { next } = errorText('config.usage', { detail: 'The two passphrases differ.', vault: 'created' });
  expect(next).toBe('Nothing was changed. Run the command again.');
});

it('tells where a redirect leads', () => {
  const { what } = errorText('network.redirected', { host: 'iga.acme.com', detail: 'https://login.acme.com' });
  expect(what).toMatch(/iga\.acme\.com.*https:\/\/login\.acme\.com/);
});

it('tells which variable a proxy wants its user name and password in', () => {
  const detail = 'https_proxy=http://user:password@proxy.test:3128';
  expect(errorText('network.proxy_auth_required', { detail }).next).toContain(detail);
});

it('tells from which host to which a secret does not go', () => {
  const { what } = errorText('auth.secret_rebind', { host: 'new.example.com', detail: 'old.example.com' });
  expect(what).toMatch(/old\.example\.com.*new\.example\.com/);
});
