/** Threat: a page, a server's words or a profile file make the application open a file, a program or somebody else's page. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createExternalLinks } from '../../main/desktop/external-links.ts';
import type { ExternalLink } from '../../main/desktop/external-links.ts';
import type { TokentrayError } from '../../main/errors.ts';
import type { Profile } from '../../main/profiles/profile.ts';
import type { SystemLink } from '../../main/systems/system.ts';

let opened: string[];
const links = createExternalLinks(async (address) => void opened.push(address));

beforeEach(() => {
  opened = [];
});

/** What was opened, and the code of what went wrong. */
async function outcome(attempt: Promise<void>): Promise<unknown> {
  const code = await attempt.then(
    () => undefined,
    (error: TokentrayError) => error.code,
  );
  return { code, opened };
}
const refused = { code: 'internal.bad_request', opened: [] };

const server = 'https://id.example.com';
const profile: Profile = {
  name: 'acme',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'app',
  endpoints: { token: `${server}/token`, authorize: `${server}/authorize` },
};
const { authorize: _, ...withoutAuthorize } = profile.endpoints ?? {};
const device: Profile = { ...profile, auth: 'device_code' };
const local: Profile = {
  ...profile,
  endpoints: { token: 'http://127.0.0.1:9000/token', authorize: 'http://127.0.0.1:9000/authorize' },
};

describe('pages of the project', () => {
  it.each(['help', 'releases', 'security'] as const)('%s is opened', async (link) => {
    await links.open(link);
    expect(opened).toEqual([expect.stringMatching(/^https:\/\/github\.com\//)]);
  });

  it.each(['__proto__', 'constructor', 'https://github.com/'])('%s is none of them', async (link) => {
    expect(await outcome(links.open(link as ExternalLink))).toEqual(refused);
  });
});

describe('where a person signs in', () => {
  const page = `${server}/authorize?response_type=code&state=abc&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F`;

  it.each([
    ['the authorization endpoint', profile, page],
    ['one on this machine', local, 'http://127.0.0.1:9000/authorize?state=abc'],
    ['a mail address in the query', profile, `${server}/authorize?login_hint=jane@example.com`],
    ['where a device code leads, on any host', device, 'https://www.example.org/device?user_code=WDJB-MJHT'],
    ['where a device code leads, on this machine', device, 'http://localhost:9000/device'],
  ])('is opened: %s', async (_what, of, address) => {
    await links.openSignIn(of, address);
    expect(opened).toEqual([address]);
  });

  it.each([
    ['another host', 'https://id.example.org/authorize'],
    ['a host that begins alike', 'https://id.example.com.example.org/authorize'],
    ['a host below it', 'https://evil.id.example.com/authorize'],
    ['another port', 'https://id.example.com:8443/authorize'],
    ['no encryption', 'http://id.example.com/authorize'],
    ['this machine, for a server that is elsewhere', 'http://127.0.0.1:9000/authorize'],
  ])('is not opened: %s', async (_what, address) => {
    expect(await outcome(links.openSignIn(profile, address))).toEqual(refused);
  });

  it('is not opened while the profile has no authorization endpoint to compare with', async () => {
    expect(await outcome(links.openSignIn({ ...profile, endpoints: withoutAuthorize }, page))).toEqual(refused);
  });

  const anyProfile = [
    ['a script', 'javascript:alert(1)'],
    ['a script that looks like a host', 'javascript://id.example.com/%0aalert(1)'],
    ['data', 'data:text/html,hello'],
    ['a file', 'file:///etc/passwd'],
    ['a file on the host', 'file://id.example.com/share/x.exe'],
    ['a network share', 'smb://id.example.com/share'],
    ['a UNC path', '\\\\id.example.com\\share'],
    ['a program of the system', 'ms-msdt:/id PCWDiagnostic'],
    ['a program of a store', 'x-apple.systempreferences:com.apple'],
    ['no encryption', 'http://id.example.com/device'],
    ['a user name', 'https://jane@id.example.com/authorize'],
    ['user name and password', 'https://jane:x@id.example.com/authorize'],
    ['an empty user name', 'https://@id.example.com/authorize'],
    ['a host in the place of the user name', 'https://id.example.com%2f@example.org/'],
    ['a backslash before the host', 'https:\\\\id.example.com/authorize'],
    ['a backslash that hides the host', 'https://example.org\\@id.example.com/'],
    ['a line break', `${server}/auth\norize`],
    ['a tab in the scheme', 'java\tscript:alert(1)'],
    ['a null character', `${server}/authorize\0.exe`],
    ['a delete character', `${server}/authorize\u007f`],
    ['a blank before it', ` ${server}/authorize`],
    ['a blank in it', `${server}/authorize --incognito`],
    ['letters that read from right to left', `${server}/\u202eexe.authorize`],
    ['letters of another alphabet in the host', 'https://id.ex\u0430mple.com/authorize'],
    ['no scheme', '//id.example.com/authorize'],
    ['no slashes', 'https:id.example.com/authorize'],
    ['no host', 'https:///authorize'],
    ['a switch of a program', '--version'],
    ['nothing', ''],
    ['more than browsers take', `${server}/authorize?state=${'a'.repeat(8_192)}`],
  ] as const;

  it.each(anyProfile)('is not opened: %s', async (_what, address) => {
    expect(await outcome(links.openSignIn(profile, address))).toEqual(refused);
  });

  it.each(anyProfile)('is not opened for a device code either: %s', async (_what, address) => {
    expect(await outcome(links.openSignIn(device, address))).toEqual(refused);
  });
});

describe('pages of a system', () => {
  const ui = 'https://acme.identitynow.com';
  const tenant = (endpoints: Profile['endpoints'] = {}): Profile => ({
    name: 'acme',
    system: 'isc',
    auth: 'client_credentials',
    tenant: 'acme',
    clientId: 'app',
    endpoints,
  });

  it.each(['credentials', 'clients', 'session', 'sign-out'] as const)('%s is opened', async (link) => {
    await links.openSystemLink(tenant(), link);
    expect(opened).toEqual([expect.stringMatching(`^${ui}/`)]);
  });

  it('of a tenant on this machine is opened', async () => {
    await links.openSystemLink(tenant({ ui: 'http://127.0.0.1:9000' }), 'clients');
    expect(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:9000\//)]);
  });

  it('that the system does not list is not opened', async () => {
    expect(await outcome(links.openSystemLink(tenant(), 'documentation'))).toEqual(refused);
  });

  it.each(['', 'constructor', `${ui}/logout`])('by the name "%s" is none', async (link) => {
    expect(await outcome(links.openSystemLink(tenant(), link as SystemLink['id']))).toEqual(refused);
  });

  // A profile file with such an address is refused; one that came in by another way opens nothing all the same.
  it.each([
    'http://acme.example.com',
    'javascript:alert(1)//',
    'file:///etc',
    'https://jane@acme.example.com',
    'https://acme.example.com\\@example.org',
    'https://acme.example.com\n',
  ])('below %s is not opened', async (address) => {
    expect(await outcome(links.openSystemLink(tenant({ ui: address }), 'clients'))).toEqual(refused);
  });
});
