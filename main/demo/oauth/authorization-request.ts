/** Reads an authorization request, and says what is wrong with it to the right one: the person, or the client. */
import { seeOther, type DemoAnswer } from '../server/answer.ts';
import { messagePage } from './sign-in-pages.ts';

export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state?: string;
  /** Space-delimited; empty where none was asked for. */
  readonly scope: string;
  readonly nonce?: string;
  /** S256. */
  readonly codeChallenge?: string;
}

/** RFC 6749 section 4.1.2.1. */
interface Problem {
  readonly error: string;
  readonly description: string;
}

export interface AuthorizationRules {
  /** Undefined for clients that the tenant does not know. */
  redirectUrisOf(clientId: string): readonly string[] | undefined;
  isRegistered(redirectUri: string, registered: readonly string[]): boolean;
  /** The error for a client that may not use this grant, or may not ask for this scope. */
  problemOf(clientId: string, scope: string): Problem | undefined;
  readonly needsPkce: boolean;
  /** Named in every answer (RFC 9207 section 2). */
  readonly issuer?: string;
}

/** RFC 7636 section 4.2: 32 bytes in base64url. */
const challengeForm = /^[A-Za-z0-9_-]{43}$/;

/** Unknown parameters are ignored (RFC 6749 section 3.1). */
export function readAuthorizationRequest(
  query: URLSearchParams,
  rules: AuthorizationRules,
): AuthorizationRequest | { readonly refusal: DemoAnswer } {
  const value = (name: string) => query.get(name) || undefined;
  const clientId = value('client_id');
  const registered = clientId === undefined ? undefined : rules.redirectUrisOf(clientId);
  if (clientId === undefined || registered === undefined) {
    return told('Unknown client', 'This tenant does not know the application that sent you here.');
  }
  const redirectUri = value('redirect_uri');
  if (redirectUri === undefined || !rules.isRegistered(redirectUri, registered) || isTwice(query, 'redirect_uri')) {
    return told('Invalid redirect', 'The redirect URI does not match one of the registered values.');
  }
  const request = {
    clientId,
    redirectUri,
    scope: value('scope') ?? '',
    ...pick('state', value('state')),
    ...pick('nonce', value('nonce')),
    ...pick('codeChallenge', value('code_challenge')),
  };
  const problem = problemOf(query, request, rules);
  if (problem === undefined) return request;
  const { error, description } = problem;
  return { refusal: redirectBack(request, { error, error_description: description }, rules.issuer) };
}

/** Sends the browser to the client (RFC 6749 sections 4.1.2 and 4.1.2.1). */
export function redirectBack(
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  answer: Readonly<Record<string, string>>,
  issuer?: string,
): DemoAnswer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  if (issuer !== undefined) url.searchParams.set('iss', issuer);
  return seeOther(url.href);
}

function problemOf(
  query: URLSearchParams,
  { clientId, scope, codeChallenge }: AuthorizationRequest,
  rules: AuthorizationRules,
): Problem | undefined {
  if ([...query.keys()].some((name) => isTwice(query, name))) return invalid('A parameter is given twice.');
  const responseType = query.get('response_type') ?? '';
  if (responseType === '') return invalid('response_type is missing.');
  if (responseType !== 'code') return { error: 'unsupported_response_type', description: 'Only code is offered.' };
  if (codeChallenge === undefined && rules.needsPkce) return invalid('code_challenge is missing.');
  if (codeChallenge !== undefined) {
    if (query.get('code_challenge_method') !== 'S256') return invalid('code_challenge_method must be S256.');
    if (!challengeForm.test(codeChallenge)) return invalid('code_challenge is no S256 challenge.');
  }
  const problem = rules.problemOf(clientId, scope);
  if (problem !== undefined) return problem;
  // OpenID Connect Core section 3.1.2.6: nobody is signed in here before the page was shown.
  return query.get('prompt') === 'none' ? { error: 'login_required', description: 'Nobody is signed in.' } : undefined;
}

function invalid(description: string): Problem {
  return { error: 'invalid_request', description };
}

/** The client is not to be told: it may be somebody else's (RFC 6749 section 4.1.2.1). */
function told(title: string, text: string): { readonly refusal: DemoAnswer } {
  return { refusal: messagePage(400, title, text) };
}

function isTwice(query: URLSearchParams, name: string): boolean {
  return query.getAll(name).length > 1;
}

function pick<Name extends string>(name: Name, value: string | undefined): { readonly [name in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in Name]: string });
}
