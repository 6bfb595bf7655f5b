/** What a server says of itself: the answer of ISC's `/oauth/info`, or metadata of OpenID Connect and RFC 8414. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { definedIn, definedOnly } from './defined.ts';
import type { FoundDocument } from './found.ts';
import { hostName, proposedName } from './proposed-name.ts';
import { systemAt } from './system-by-host.ts';

type Members = Readonly<Record<string, unknown>>;

/** Undefined for what is neither. Addresses that no secret may be sent to are left out. */
export function readServerDescription(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value)) return undefined;
  if ('tokenEndpoint' in value && 'authorizeEndpoint' in value) return iscInfo(value);
  return 'issuer' in value && ('token_endpoint' in value || 'authorization_endpoint' in value)
    ? metadata(value)
    : undefined;
}

function iscInfo(members: Members): FoundDocument | undefined {
  const token = address(members, 'tokenEndpoint');
  if (token === undefined) return undefined;
  const url = new URL(token);
  // Its own name is not always that of its hosts.
  const tenant = systemAt(url)?.tenant ?? url.host;
  const ui = address(members, 'cloudDomainUrl');
  return part('answer of /oauth/info', {
    system: 'isc',
    name: proposedName(textOf(members, 'tenantName'), tenant),
    tenant,
    endpoints: definedIn({
      authorize: address(members, 'authorizeEndpoint'),
      ui: ui === undefined ? undefined : new URL(ui).origin,
    }),
  });
}

function metadata(members: Members): FoundDocument {
  const issuer = address(members, 'issuer');
  return part('OpenID Connect metadata', {
    system: 'oauth',
    name: issuer === undefined ? undefined : proposedName(hostName(new URL(issuer).host)),
    issuer,
    endpoints: definedIn({
      token: address(members, 'token_endpoint'),
      authorize: address(members, 'authorization_endpoint'),
      deviceAuthorization: address(members, 'device_authorization_endpoint'),
      revoke: address(members, 'revocation_endpoint'),
    }),
  });
}

function part(source: string, draft: Members): FoundDocument {
  return { source, isPart: true, profiles: [{ draft: definedOnly(draft), secrets: {}, notes: [] }], problems: [] };
}

function address(members: Members, name: string): string | undefined {
  const text = textOf(members, name);
  return text === undefined || urlProblem(text) !== undefined ? undefined : text;
}

function textOf(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
