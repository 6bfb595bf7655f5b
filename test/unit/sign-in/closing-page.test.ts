import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closingHeaders, closingPage } from '../../../main/sign-in/closing-page.ts';
import type { Closing } from '../../../main/sign-in/closing-page.ts';

const profile = 'acme-prod';
const all: readonly Closing[] = [
  { kind: 'signed-in', profile },
  { kind: 'other-user', profile },
  { kind: 'denied', profile },
  { kind: 'failed', profile, what: 'The server refused.', next: 'Ask whoever runs it.' },
  { kind: 'unfinished', profile },
  { kind: 'over' },
  { kind: 'unknown' },
];

describe('the page on which a sign-in ends', () => {
  it('says so when the person is signed in', () => {
    const page = closingPage({ kind: 'signed-in', profile });
    expect(page).toContain('<h1>You are signed in to acme-prod.</h1>\n<p>You can close this tab.</p>');
  });

  it('says what went wrong and what to do', () => {
    const page = closingPage({ kind: 'failed', profile, what: 'The server refused.', next: 'Ask whoever runs it.' });
    expect(page).toContain('<p>The server refused.</p>\n<p>Ask whoever runs it.</p>');
  });

  it.each(all)('has one heading and loads nothing: $kind', (closing) => {
    const page = closingPage(closing);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|<img|<form|url\(|@import|https?:|style="| on\w+=/i);
  });

  it('writes a name that is markup as text', () => {
    const page = closingPage({ kind: 'signed-in', profile: `<img src=x onerror="alert('&')">` });
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;');
    expect(page).not.toContain('<img');
  });

  it('allows its own style and nothing else', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(closingPage({ kind: 'over' }))?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(closingHeaders['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it('is kept nowhere, and its address is told to nobody', () => {
    expect(closingHeaders).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });
});
