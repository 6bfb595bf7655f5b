/** The claims of a token as rows that a person can read. */

export interface ClaimRow {
  /** As the token spells it. */
  readonly name: string;
  /** What the claim is, where it is a known one. */
  readonly meaning: string | undefined;
  readonly value: string;
  /** The moment that the value stands for, wall-clock milliseconds. */
  readonly atMs: number | undefined;
}

/** In the order of the table. RFC 7519 section 4.1, RFC 9068 section 2.2, OpenID Connect Core section 2, and what the vendors add. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['exp', 'Expires'],
  ['iat', 'Issued'],
  ['nbf', 'Not valid before'],
  ['auth_time', 'Signed in'],
  ['user_name', 'User'],
  ['username', 'User'],
  ['name', 'Name'],
  ['email', 'Email'],
  ['sub', 'Subject'],
  ['org', 'Organization'],
  ['realm', 'Realm'],
  ['iss', 'Issuer'],
  ['aud', 'Audience'],
  ['scope', 'Scopes'],
  ['scp', 'Scopes'],
  ['authorities', 'Authorities'],
  ['roles', 'Roles'],
  ['groups', 'Groups'],
  ['client_id', 'Client'],
  ['azp', 'Authorized party'],
  ['gty', 'Grant'],
  ['acr', 'Authentication level'],
  ['amr', 'Authentication methods'],
  ['strong_auth', 'Second factor used'],
  ['strong_auth_supported', 'Second factor available'],
  ['user_id', 'User id'],
  ['identity_id', 'Identity id'],
  ['tenant_id', 'Tenant id'],
  ['pod', 'Pod'],
  ['jti', 'Token id'],
]);
const ranks: ReadonlyMap<string, number> = new Map([...meanings.keys()].map((name, index) => [name, index]));

const instants: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** Last instant that can be written as a date, ms. */
const maxInstantMs = 8.64e15;

export function claimRows(payload: Readonly<Record<string, unknown>>): readonly ClaimRow[] {
  return Object.entries(payload)
    .toSorted(knownFirst)
    .map(([name, value]) => ({
      name,
      meaning: meanings.get(name),
      value: valueText(value),
      atMs: instants.has(name) ? instantOf(value) : undefined,
    }));
}

/** The others follow in the order of the token. */
function knownFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return (ranks.get(a) ?? ranks.size) - (ranks.get(b) ?? ranks.size);
}

/** NumericDate: seconds since 1970 (RFC 7519 section 2). */
function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined;
  const atMs = value * 1_000;
  return Number.isFinite(atMs) && Math.abs(atMs) <= maxInstantMs ? atMs : undefined;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return JSON.stringify(value) ?? '';
}
