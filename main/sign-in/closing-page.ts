/** The page on which a sign-in ends in the person's browser: what came of it, and what to do; no scripts, nothing from elsewhere. */
import { createHash } from 'node:crypto';
import { closingStyle } from './closing-style.ts';

/** `profile` is its name. */
export type Closing =
  | { readonly kind: 'signed-in'; readonly profile: string }
  /** Tokentray asks whether to take the session. */
  | { readonly kind: 'other-user'; readonly profile: string }
  | { readonly kind: 'denied'; readonly profile: string }
  | { readonly kind: 'failed'; readonly profile: string; readonly what: string; readonly next: string }
  /** The server takes long to hand out the token. */
  | { readonly kind: 'unfinished'; readonly profile: string }
  /** A second look at an address that has served. */
  | { readonly kind: 'over' }
  /** No sign-in waits for this. */
  | { readonly kind: 'unknown' };

interface Words {
  readonly mark: keyof typeof marks;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Headers of every page: shown once, kept nowhere, and the address with the code is told to nobody. */
export const closingHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(closingStyle).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** A whole document. Holds nothing of the request that it answers. */
export function closingPage(closing: Closing): string {
  const { mark, title, lines } = wordsOf(closing);
  const { tone, path } = marks[mark];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · Tokentray</title>
<style>${closingStyle}</style>
</head>
<body>
<main>
<svg class="${tone}" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="24"/><path d="${path}"/></svg>
<h1>${escape(title)}</h1>
${lines.map((line) => `<p>${escape(line)}</p>`).join('\n')}
</main>
<footer>
<svg viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" rx="3.5"/><path d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM5 5v2h2v5h2V7h2V5Z"/></svg>
Tokentray
</footer>
</body>
</html>
`;
}

const marks = {
  check: { tone: 'good', path: 'M15 24.5l6.5 6.5L34 18' },
  cross: { tone: 'bad', path: 'M17 17l14 14M31 17L17 31' },
  exclamation: { tone: 'warning', path: 'M24 13v14M24 33.5v1' },
  dots: { tone: 'still', path: 'M14.5 24h1M23.5 24h1M32.5 24h1' },
} as const;

const wordsByKind: Readonly<
  Record<Closing['kind'], (facts: { readonly profile: string; readonly what: string; readonly next: string }) => Words>
> = {
  'signed-in': ({ profile }) => ({
    mark: 'check',
    title: `You are signed in to ${profile}.`,
    lines: ['You can close this tab.'],
  }),
  'other-user': ({ profile }) => ({
    mark: 'exclamation',
    title: `You are signed in as somebody else than ${profile} expects.`,
    lines: ['Nothing was replaced. Tokentray asks you what to do; you can close this tab.'],
  }),
  denied: ({ profile }) => ({
    mark: 'cross',
    title: `The sign-in to ${profile} was denied.`,
    lines: [
      'Nothing was stored.',
      'If that was a mistake, start the sign-in again in Tokentray and allow the access. You can close this tab.',
    ],
  }),
  failed: ({ profile, what, next }) => ({
    mark: 'cross',
    title: `The sign-in to ${profile} failed.`,
    lines: [what, next, 'You can close this tab.'],
  }),
  unfinished: ({ profile }) => ({
    mark: 'dots',
    title: `The sign-in to ${profile} is not finished yet.`,
    lines: ['The server takes its time. Tokentray shows how it ends; you can close this tab.'],
  }),
  over: () => ({
    mark: 'dots',
    title: 'This sign-in is over.',
    lines: ['Tokentray shows how it ended. You can close this tab.'],
  }),
  unknown: () => ({
    mark: 'dots',
    title: 'No sign-in waits for this.',
    lines: ['Nothing was done. Go on in the tab in which you signed in, or start the sign-in again in Tokentray.'],
  }),
};

function wordsOf(closing: Closing): Words {
  return wordsByKind[closing.kind]({ profile: '', what: '', next: '', ...closing });
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? '');
}
