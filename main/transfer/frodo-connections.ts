/** frodo's `Connections.json`: the service account and the log API key of each tenant environment. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { readAicTenant } from '../systems/aic-tenant.ts';
import { definedOnly } from './defined.ts';
import { environmentOf } from './environment-of.ts';
import type { FoundDocument, FoundProfile } from './found.ts';
import { hostName, proposedName } from './proposed-name.ts';

type Members = Readonly<Record<string, unknown>>;

const knownMembers = new Set([
  'username',
  'encodedPassword',
  'password',
  'svcacctId',
  'svcacctName',
  'encodedSvcacctJwk',
  'svcacctJwk',
  'logApiKey',
  'encodedLogApiSecret',
  'logApiSecret',
  'deploymentType',
  'authenticationService',
  'encodedAmsterPrivateKey',
]);

/**
 * Undefined for anything else. What frodo has encrypted stays so: only its own master key opens it, and that is no file to hand
 * to another program.
 */
export function readFrodoConnections(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value)) return undefined;
  const connections = Object.entries(value);
  if (connections.length === 0 || !connections.every(isConnection)) return undefined;
  const found = connections.map(([address, members]) => ({
    address,
    profiles: profilesOf(address, members as Members),
  }));
  return {
    source: 'frodo connection profiles',
    profiles: found.flatMap(({ profiles }) => profiles),
    problems: found
      .filter(({ profiles }) => profiles.length === 0)
      .map(
        ({ address }) =>
          `${new URL(address).host} has neither a service account nor a log API key: make a service account in its admin console, and add it by hand.`,
      ),
  };
}

function isConnection([address, members]: readonly [string, unknown]): boolean {
  return (
    /^https?:\/\//.test(address) &&
    URL.canParse(address) &&
    isPlainObject(members) &&
    Object.keys(members).some((name) => knownMembers.has(name))
  );
}

function profilesOf(address: string, members: Members): readonly FoundProfile[] {
  const url = new URL(address);
  const alias = textOf(members, 'alias');
  const name = proposedName(alias, hostName(url.host));
  const isTenant = 'origin' in readAicTenant(url.host);
  const shared = { label: alias === name ? undefined : alias, system: 'aic', environment: environmentOf(alias) };
  const account = textOf(members, 'svcacctId');
  const logKey = textOf(members, 'logApiKey');
  return [
    ...(account === undefined
      ? []
      : [serviceAccount({ ...shared, name, ...placeOf(url, isTenant, 'token') }, account, members)]),
    ...(logKey === undefined
      ? []
      : [
          logApi(
            { ...shared, label: undefined, name: proposedName(`${name}-logs`), ...placeOf(url, isTenant, 'api') },
            logKey,
            members,
          ),
        ]),
  ];
}

function placeOf(url: URL, isTenant: boolean, endpoint: 'token' | 'api'): Members {
  if (isTenant) return { tenant: url.host };
  const address = endpoint === 'token' ? `${url.origin}/am/oauth2/access_token` : url.origin;
  return urlProblem(address) === undefined ? { endpoints: { [endpoint]: address } } : {};
}

function serviceAccount(draft: Members, serviceAccountId: string, members: Members): FoundProfile {
  const { svcacctJwk: key } = members;
  const privateKeyJwk = isPlainObject(key) ? key : undefined;
  return {
    draft: definedOnly({ ...draft, auth: 'jwt_bearer', serviceAccountId, scope: textOf(members, 'svcacctScope') }),
    secrets: definedOnly({ privateKeyJwk }),
    notes: privateKeyJwk === undefined ? [encrypted('private key of the service account')] : [],
  };
}

function logApi(draft: Members, apiKey: string, members: Members): FoundProfile {
  const apiSecret = textOf(members, 'logApiSecret');
  return {
    draft: definedOnly({ ...draft, auth: 'api_key' }),
    secrets: definedOnly({ apiKey, apiSecret }),
    notes: apiSecret === undefined ? [encrypted('secret of the log API')] : [],
  };
}

function encrypted(what: string): string {
  return `frodo has encrypted the ${what} with a master key of its own, so that it does not come along.`;
}

function textOf(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
