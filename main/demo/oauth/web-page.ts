/** Pages of a demo tenant for a person: plain HTML without scripts, under a policy that lets nothing else in. */
import { createHash } from 'node:crypto';
import type { DemoAnswer } from '../server/answer.ts';

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Part = string | Html | readonly Html[] | undefined;

/** What is put into it is escaped, unless it is HTML already. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, at) => text + inserted(parts[at])).join('') };
}

export interface WebPage {
  /** Default 200. */
  readonly status?: number;
  /** Also the main heading. */
  readonly title: string;
  readonly content: Html;
  /** Where its forms may lead in the end, besides this tenant: browsers follow the policy through redirects. */
  readonly leadsTo?: string;
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 26rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; line-height: 1.3; }
form { display: grid; gap: 0.75rem; margin: 1.5rem 0; }
button, input { font: inherit; padding: 0.6rem 1rem; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

export function webPage({ status = 200, title, content, leadsTo }: WebPage): DemoAnswer {
  const formTargets = ["'self'", ...(leadsTo === undefined ? [] : [policySource(leadsTo)])].join(' ');
  return {
    status,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
    },
    body: markup`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ html: style }}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`.html,
  };
}

/** The policy has no words for an IPv6 address. */
function policySource(url: string): string {
  const { origin, protocol, hostname } = new URL(url);
  return hostname.startsWith('[') ? protocol : origin;
}

function inserted(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return 'html' in part ? part.html : part.map((item) => item.html).join('');
}
