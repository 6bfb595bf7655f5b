/** Fields of a profile that have no effect, or one that its owner may not know of. */
import { defaultRedirectUri, readRedirectUri } from '../profiles/redirect-uri.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ProfileFacts } from './check-profile.ts';
import type { Remark } from './remark.ts';

export function fieldFindings({ profile, linkIssue }: ProfileFacts): readonly Remark[] {
  const { name } = profile;
  const edit = `Correct it: tokentray edit ${name} --file profile.json`;
  return [
    ...unusedFields(profile).map(({ field, why }): Remark => {
      return {
        level: 'warning',
        what: `Its field ${field} has no effect: ${why}.`,
        next: `Leave it out: tokentray edit ${name} --file profile.json`,
      };
    }),
    ...(profile.request?.body === 'query'
      ? [
          {
            level: 'warning',
            what: 'Its client secret travels in the URL (request.body is query), where servers and proxies log it.',
            next: 'Use another request.body as soon as the server takes one.',
          } as const,
        ]
      : []),
    ...(linkIssue === undefined
      ? []
      : [{ level: 'problem', what: `Its field uses: ${linkIssue.message}`, next: edit } as const]),
    ...redirectRemarks(profile, edit),
  ];
}

interface UnusedField {
  readonly field: string;
  readonly why: string;
}

/** What does not apply to a system is refused when a profile is stored; this is what means nothing beside another field. */
function unusedFields({ auth, refresh, request, endpoints, expectUser, expectOrg }: Profile): readonly UnusedField[] {
  const isBorrowed = auth === 'linked' || auth === 'api_key';
  const notRenewed = auth === 'linked' ? 'the token is renewed as the other profile says' : 'a key is never renewed';
  const keepsFresh = (refresh?.mode ?? 'keep-fresh') === 'keep-fresh';
  return [
    ...(isBorrowed && refresh !== undefined ? [{ field: 'refresh', why: notRenewed }] : []),
    ...(!isBorrowed && refresh?.earlySeconds !== undefined && !keepsFresh
      ? [{ field: 'refresh.earlySeconds', why: `with the mode ${refresh.mode} nothing is renewed ahead of time` }]
      : []),
    ...(isBorrowed && request?.body !== undefined ? [{ field: 'request.body', why: 'no token is requested' }] : []),
    ...(auth === 'client_credentials' && endpoints?.authorize !== undefined
      ? [{ field: 'endpoints.authorize', why: 'nobody signs in to it' }]
      : []),
    ...(auth === 'api_key' && expectUser !== undefined
      ? [{ field: 'expectUser', why: "a key tells nobody's name" }]
      : []),
    ...(auth === 'api_key' && expectOrg !== undefined
      ? [{ field: 'expectOrg', why: 'a key tells no organisation' }]
      : []),
  ];
}

function redirectRemarks({ auth, redirectUri = defaultRedirectUri }: Profile, next: string): readonly Remark[] {
  if (auth !== 'authorization_code') return [];
  const read = readRedirectUri(redirectUri);
  if ('issue' in read) return [{ level: 'problem', what: `Its field redirectUri: ${read.issue.message}`, next }];
  if (read.kind === 'loopback') return [];
  return [{ level: 'ok', what: 'Its redirect URI is on another host: after a sign-in the address is pasted.' }];
}
