/** `GET /openidm/managed/{realm}_user`: the identities of a realm. */
import type { DemoAnswer } from '../server/answer.ts';
import { apiError, resultPage } from './api-error.ts';

export const managedUsersPath = /^\/openidm\/managed\/(?:alpha|bravo)_user$/;

/** Those of the vendor's page. */
const users = [
  person('f413db4c-cebd-4950-81e6-57bdb47921a4', 'exampleuser'),
  person('15249a65-8f9a-4063-9586-a2465963cee4', 'exampleuser2'),
  person('30485bc4-fdbb-4946-8ce4-1a53c6824d92', 'exampleuser3'),
];

/** `_queryFilter` must be there; the only filter known here is `true`. */
export function queryManagedUsers(query: URLSearchParams): DemoAnswer {
  if (query.get('_queryFilter') !== 'true') return apiError(400, 'A query needs _queryFilter=true here');
  const pageSize = Number(query.get('_pageSize') ?? users.length);
  if (!Number.isSafeInteger(pageSize) || pageSize < 0) return apiError(400, '_pageSize is no number');
  const fields = query.get('_fields')?.split(',');
  const found = users.slice(0, pageSize === 0 ? users.length : pageSize);
  return resultPage(found.map((user) => (fields === undefined ? user : picked(user, ['_id', '_rev', ...fields]))));
}

function person(id: string, userName: string): Readonly<Record<string, string>> {
  return {
    _id: id,
    _rev: '0000000016e6754b',
    userName,
    accountStatus: 'active',
    givenName: 'Example',
    sn: 'User',
    mail: `${userName}@example.com`,
  };
}

function picked(user: Readonly<Record<string, string>>, fields: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(user).filter(([name]) => fields.includes(name)));
}
