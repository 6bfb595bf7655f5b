/** The configuration of SailPoint's own command line, `~/.sailpoint/config.yaml`: one profile for each environment. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { urlProblem } from '../profiles/url-rule.ts';
import { readIscTenant } from '../systems/isc-tenant.ts';
import { definedIn, definedOnly } from './defined.ts';
import { environmentOf } from './environment-of.ts';
import type { FoundDocument, FoundProfile } from './found.ts';
import { realValue } from './placeholder.ts';
import { proposedName } from './proposed-name.ts';
import { systemAt } from './system-by-host.ts';

type Members = Readonly<Record<string, unknown>>;

const source = 'SailPoint CLI configuration';

/** Whoever wrote the file chose its length. */
const longestNameTold = 64;

/** Before anything is parsed: the file may be any text. */
export function looksLikeSailPointCli(text: string): boolean {
  return /^(environments|activeenvironment|authtype)\s*:/m.test(text);
}

/** Undefined for another configuration. */
export function readSailPointCli(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value)) return undefined;
  const members = lowerCase(value);
  const environments = isPlainObject(members['environments']) ? members['environments'] : {};
  const signsIn = textOf(members, 'authtype')?.toLowerCase() === 'oauth';
  const found = Object.entries(environments).map(([name, environment]) => ({
    name,
    profile: isPlainObject(environment) ? profileOf(name, lowerCase(environment), signsIn) : undefined,
  }));
  // What pipelines set, without environments.
  const flat = 'baseurl' in members || 'base_url' in members ? [profileOf('default', members, signsIn)] : [];
  const profiles = [...found.map(({ profile }) => profile), ...flat].filter((profile) => profile !== undefined);
  if (profiles.length === 0 && Object.keys(environments).length === 0) return undefined;
  return {
    source,
    profiles,
    problems: found
      .filter(({ profile }) => profile === undefined)
      .map(
        ({ name }) =>
          `The environment ${name.slice(0, longestNameTold)} names no tenant: it has neither tenanturl nor baseurl.`,
      ),
  };
}

function profileOf(name: string, environment: Members, signsIn: boolean): FoundProfile | undefined {
  const api = addressOf(environment, 'baseurl') ?? addressOf(environment, 'base_url');
  const ui = addressOf(environment, 'tenanturl');
  const place = placeOf(api, ui);
  if (place === undefined) return undefined;
  const pat = isPlainObject(environment['pat']) ? lowerCase(environment['pat']) : environment;
  const clientId = realValue(textOf(pat, 'clientid'));
  const clientSecret = realValue(textOf(pat, 'clientsecret'));
  return {
    draft: definedOnly({
      name: proposedName(name.toLowerCase() === 'default' ? place.tenant?.replace(/\..*$/, '') : name, place.tenant),
      system: 'isc',
      auth: 'client_credentials',
      ...place,
      clientId,
      environment: environmentOf(name),
    }),
    secrets: definedOnly({ clientSecret }),
    notes: signsIn && clientId === undefined ? [signInNote] : clientSecret === undefined ? [keychainNote] : [],
  };
}

const signInNote =
  'The SailPoint CLI signs in with a client of its own, which no other program may use: make a personal access token, and enter its id and secret.';
const keychainNote =
  "The SailPoint CLI keeps the personal access token in the system's keychain and not in this file: its id and secret have to be entered.";

/** The tenant, and the address of its pages where that does not follow from it. */
function placeOf(api: URL | undefined, ui: URL | undefined) {
  const known = [api, ui]
    .map((url) => (url === undefined ? undefined : systemAt(url)))
    .find((at) => at?.system === 'isc');
  const tenant = known?.tenant ?? (api !== undefined && 'api' in readIscTenant(api.host) ? api.host : undefined);
  if (tenant === undefined && api === undefined) return undefined;
  const isDerived = ui === undefined || systemAt(ui)?.system === 'isc';
  return {
    ...(tenant === undefined ? {} : { tenant }),
    endpoints: definedIn({
      token: tenant === undefined ? `${api?.origin}/oauth/token` : undefined,
      ui: isDerived ? undefined : ui.origin,
    }),
  };
}

function addressOf(members: Members, name: string): URL | undefined {
  const text = textOf(members, name);
  if (text === undefined) return undefined;
  const address = text.includes('://') ? text : `https://${text}`;
  return urlProblem(address) === undefined ? new URL(address) : undefined;
}

function textOf(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** As the tool reads it: names in any letter case. */
function lowerCase(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name.toLowerCase(), value]));
}
