/** The little of PingOne AIC's APIs that a demo tenant has. */
import { readBearer } from '../oauth/bearer.ts';
import { json, wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { apiError, resultPage } from './api-error.ts';
import { managedUsersPath, queryManagedUsers } from './managed-users.ts';
import { scopesFor } from './paths.ts';
import type { AicTokens } from './tokens.ts';

/** Literally with an asterisk. */
const serverInfoPath = '/am/json/serverinfo/*';

const emptyLists: ReadonlySet<string> = new Set([
  '/environment/secrets',
  '/environment/variables',
  '/environment/certificates',
  '/environment/csrs',
]);

export function answerApiRequest(request: ReceivedRequest, tokens: AicTokens): DemoAnswer {
  const { pathname, searchParams } = request.url;
  const scopes = scopesFor(pathname);
  if (scopes === undefined) return apiError(404, 'No token of a service account opens this path');
  const bearer = readBearer(request);
  const claims = 'token' in bearer ? tokens.check(bearer.token) : 'invalid';
  if (typeof claims === 'string') return apiError(401, 'Access Denied');
  if (scopes.length > 0 && !scopes.some((scope) => claims.scope.includes(scope))) {
    return apiError(403, 'Access denied');
  }
  if (request.method !== 'GET') return wrongMethod('GET');
  if (managedUsersPath.test(pathname)) return queryManagedUsers(searchParams);
  if (emptyLists.has(pathname)) return resultPage([]);
  if (pathname === serverInfoPath) return json(200, serverInfo);
  return apiError(404, 'Not found');
}

const serverInfo = {
  _id: '*',
  domains: [],
  protectedUserAttributes: ['telephoneNumber', 'mail'],
  cookieName: 'demo',
  secureCookie: true,
  forgotPassword: 'false',
  selfRegistration: 'false',
  lang: 'en-US',
  realm: '/',
  xuiUserSessionValidationEnabled: true,
  fileBasedConfiguration: true,
};
