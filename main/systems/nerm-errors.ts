/** What failures mean with SailPoint NERM, which gives out no tokens itself. */
import { codes, given, itsWords, nameInCommand, theProfile } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Explanation } from './system.ts';

type Explain = (data: ErrorData, profile: Profile) => Partial<Explanation>;

export function explainNerm(code: ErrorCode, data: ErrorData, profile: Profile): Partial<Explanation> | undefined {
  // A refused token request is one of the profile that the token is taken from.
  const explain =
    code === 'auth.refused' && data.oauthError === undefined ? byStatus.get(data.status ?? 0) : byCode[code];
  return explain?.(data, profile);
}

const wrongHost: Explain = (_data, { tenant, endpoints }) => ({
  next:
    endpoints?.api === undefined
      ? `Check the company${given(' "', tenant)}${tenant === undefined ? '' : '"'}: NERM is at {company}.nonemployee.com, not on a host of ISC`
      : 'Check "endpoints.api" of the profile: NERM is at https://{company}.nonemployee.com/api/v1',
});

const byStatus: ReadonlyMap<number, Explain> = new Map<number, Explain>([
  [
    401,
    (data, { auth, uses = 'another profile' }) =>
      auth === 'linked'
        ? {
            what: `SailPoint NERM does not accept the token of "${uses}"${codes(data)}: it has expired, or is not that of a personal access token of the ISC tenant that this NERM belongs to.${itsWords(data)}`,
            next: `Check with "tokentray status" that "${uses}" has a token, and that it is a personal access token of the right tenant`,
          }
        : {
            what: `SailPoint NERM does not accept the API key of ${theProfile(data)}${codes(data)}: it is wrong, or was deleted.${itsWords(data)}`,
            next: `Make a new API key in NERM and enter it with "tokentray edit ${nameInCommand(data)} --secrets -"`,
          },
  ],
  [
    403,
    (data, { auth }) => ({
      what: `SailPoint NERM knows the token of ${theProfile(data)}, and it may not do this${codes(data)}.${itsWords(data)}`,
      next:
        auth === 'linked'
          ? 'The token may do what the user of the personal access token may do in NERM: have an administrator check its roles'
          : 'Have an administrator check what the API key may do',
    }),
  ],
  [404, wrongHost],
]);

const byCode: Readonly<Partial<Record<ErrorCode, Explain>>> = {
  'auth.secret_missing': (data) => ({
    next: `Make an API key in NERM if you have none, and enter it with "tokentray edit ${nameInCommand(data)} --secrets -"; the token of an ISC profile works as well (auth linked)`,
  }),
  'network.dns': wrongHost,
};
