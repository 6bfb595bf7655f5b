/** The claims of a token as rows that a person can read. */
import { relativeWords } from './duration.ts';
import { fullInstant } from './instant.ts';

export interface ClaimRow {
  /** As the token spells it. */
  readonly name: string;
  /** What the claim is, where it is a known one. */
  readonly meaning: string | undefined;
  readonly value: string;
  /** The value once more, in other words. */
  readonly reading: string | undefined;
}

/** RFC 7519 section 4.1, RFC 9068 section 2.2, OpenID Connect Core section 2, and what the vendors add. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['iss', 'Issuer'],
  ['sub', 'Subject'],
  ['aud', 'Audience'],
  ['exp', 'Expires'],
  ['nbf', 'Not valid before'],
  ['iat', 'Issued'],
  ['jti', 'Token id'],
  ['azp', 'Authorized party'],
  ['client_id', 'Client'],
  ['scope', 'Scopes'],
  ['scp', 'Scopes'],
  ['auth_time', 'Signed in'],
  ['acr', 'Authentication level'],
  ['amr', 'Authentication methods'],
  ['gty', 'Grant'],
  ['user_name', 'User'],
  ['username', 'User'],
  ['user_id', 'User id'],
  ['identity_id', 'Identity id'],
  ['email', 'Email'],
  ['name', 'Name'],
  ['org', 'Organization'],
  ['tenant_id', 'Tenant id'],
  ['pod', 'Pod'],
  ['realm', 'Realm'],
  ['authorities', 'Authorities'],
  ['roles', 'Roles'],
  ['groups', 'Groups'],
  ['strong_auth', 'Signed in with a second factor'],
  ['strong_auth_supported', 'Second factor available'],
]);

const instants: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** Last instant that can be written as a date, ms. */
const maxInstantMs = 8.64e15;

export function claimRows(
  payload: Readonly<Record<string, unknown>>,
  nowMs: number,
  locale?: string,
): readonly ClaimRow[] {
  return Object.entries(payload).map(([name, value]) => ({
    name,
    meaning: meanings.get(name),
    value: valueText(value),
    reading: instants.has(name) ? instantReading(value, nowMs, locale) : undefined,
  }));
}

/** NumericDate: seconds since 1970 (RFC 7519 section 2). */
function instantReading(value: unknown, nowMs: number, locale?: string): string | undefined {
  if (typeof value !== 'number') return undefined;
  const atMs = value * 1_000;
  if (!Number.isFinite(atMs) || Math.abs(atMs) > maxInstantMs) return undefined;
  return `${fullInstant(atMs, locale)} (${relativeWords(atMs, nowMs)})`;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return JSON.stringify(value) ?? '';
}
