/** Which paths of a tenant take the token of a service account, and which of its scopes each wants. */

interface Area {
  readonly path: string;
  /** One of them is enough; none: any token. */
  readonly scopes: readonly string[];
}

const esv = ['fr:idc:esv:*', 'fr:idc:esv:read', 'fr:idm:*'];

/** `fr:idm:*` reaches the ESV endpoints too, as the vendor still has it. */
const areas: readonly Area[] = [
  { path: '/am', scopes: ['fr:am:*'] },
  { path: '/openidm', scopes: ['fr:idm:*'] },
  { path: '/.well-known', scopes: [] },
  { path: '/environment/certificates', scopes: ['fr:idc:certificate:*', 'fr:idc:certificate:read'] },
  { path: '/environment/csrs', scopes: ['fr:idc:certificate:*', 'fr:idc:certificate:read'] },
  { path: '/environment/content-security-policy', scopes: ['fr:idc:content-security-policy:*'] },
  { path: '/environment/cookie-domains', scopes: ['fr:idc:cookie-domain:*'] },
  { path: '/environment/custom-domains', scopes: ['fr:idc:custom-domain:*'] },
  { path: '/environment/promotion', scopes: ['fr:idc:promotion:*'] },
  { path: '/environment/proxy-connect', scopes: ['fr:idc:proxy-connect:*', 'fr:idc:proxy-connect:read'] },
  { path: '/environment/release', scopes: ['fr:idc:release:*'] },
  { path: '/environment/restart', scopes: ['fr:idc:esv:*', 'fr:idc:esv:restart', 'fr:idm:*'] },
  { path: '/environment/secrets', scopes: esv },
  { path: '/environment/variables', scopes: esv },
  { path: '/environment/sso-cookie', scopes: ['fr:idc:sso-cookie:*'] },
  { path: '/environment/telemetry', scopes: ['fr:idc:telemetry:*', 'fr:idc:telemetry:read'] },
];

/** Undefined for paths that no token opens. */
export function scopesFor(pathname: string): readonly string[] | undefined {
  return areas.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`))?.scopes;
}
