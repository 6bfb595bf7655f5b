/** The scopes of PingOne AIC service accounts, and what was meant by one that is none. */
import { distance } from 'fastest-levenshtein';
import type { Issue } from '../errors.ts';

/** From the vendor's pages; it adds to them as it adds APIs. */
const knownScopes = [
  'fr:am:*',
  'fr:autoaccess:*',
  'fr:idc:analytics:*',
  'fr:idc:certificate:*',
  'fr:idc:certificate:read',
  'fr:idc:content-security-policy:*',
  'fr:idc:cookie-domain:*',
  'fr:idc:custom-domain:*',
  'fr:idc:dataset:*',
  'fr:idc:esv:*',
  'fr:idc:esv:read',
  'fr:idc:esv:restart',
  'fr:idc:esv:update',
  'fr:idc:mtls:*',
  'fr:idc:promotion:*',
  'fr:idc:proxy-connect:*',
  'fr:idc:proxy-connect:read',
  'fr:idc:proxy-connect:write',
  'fr:idc:release:*',
  'fr:idc:sso-cookie:*',
  'fr:idc:telemetry:*',
  'fr:idm:*',
  'fr:iga:*',
] as const;

const known: ReadonlySet<string> = new Set(knownScopes);

/** As all of them are written, those that come later as well. */
const form = /^fr(:[a-z][a-z0-9-]*)+:(\*|[a-z]+)$/;

export const exampleScope = 'fr:am:* fr:idm:*';

/** `scope` with blanks between scopes; suggestions are the whole of it, corrected. */
export function scopeIssues(scope: string): readonly Issue[] {
  const scopes = scope.split(' ');
  if (scopes.some((each) => each.includes(','))) {
    const suggestion = scopes.flatMap((each) => each.split(',')).filter((each) => each !== '');
    return [issue('Must have blanks between the scopes, and no commas.', suggestion.join(' '))];
  }
  const readings = scopes.map(readingOf);
  const wrongAt = scopes.findIndex((each, at) => readings[at] !== each);
  if (wrongAt === -1) return [];
  const which = scopes.length === 1 ? 'Is' : `Scope number ${wrongAt + 1} is`;
  return [
    issue(
      `${which} none of a service account: they begin with fr: and end in * or a verb.`,
      readings.includes(undefined) ? undefined : readings.join(' '),
    ),
  ];
}

/** The scope that was meant; undefined where nobody can tell. One in the right form may be newer than this program. */
function readingOf(scope: string): string | undefined {
  return known.has(scope) ? scope : (closest(scope) ?? (form.test(scope) ? scope : undefined));
}

/** Forgives one letter, letter case, a missing `fr:` or `idc:` in it, and a missing `:*` behind it. */
function closest(scope: string): string | undefined {
  const plain = scope.toLowerCase().replaceAll('.', ':').replace(/:$/, '').replace(/^fr:/, '');
  const variants = [`fr:${plain}`, `fr:idc:${plain}`].flatMap((start) => [start, `${start}:*`]);
  return (
    variants.find((variant) => known.has(variant)) ?? knownScopes.find((each) => distance(`fr:${plain}`, each) === 1)
  );
}

function issue(message: string, suggestion?: string): Issue {
  return { path: 'scope', message, example: exampleScope, ...(suggestion === undefined ? {} : { suggestion }) };
}
