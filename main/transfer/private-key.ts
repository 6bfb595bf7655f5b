/** A private key as a JWK (RFC 7517), alone, in a set, or beside the id of the service account that it belongs to. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { definedOnly } from './defined.ts';
import type { FoundDocument } from './found.ts';

type Members = Readonly<Record<string, unknown>>;

const accountNames = ['serviceAccountId', 'service_account_id', 'svcacctId', 'accountId', 'id', '_id', 'sub', 'iss'];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined for what is none. Whether the key will do is for its validation to say. */
export function readPrivateKey(value: unknown): FoundDocument | undefined {
  if (!isPlainObject(value)) return undefined;
  if (isKey(value)) return keyDocument(value);
  const holder = Object.values(value).find((member): member is Members => isPlainObject(member) && isKey(member));
  return holder === undefined || 'system' in value ? undefined : keyDocument(holder, accountOf(value));
}

function keyDocument(key: Members, account?: string): FoundDocument {
  return {
    source: account === undefined ? 'private key (JWK)' : 'service account with its key',
    isPart: true,
    profiles: [
      {
        draft: definedOnly({
          ...(account === undefined ? {} : { system: 'aic', auth: 'jwt_bearer' }),
          serviceAccountId: account,
        }),
        secrets: { privateKeyJwk: key },
        notes: [],
      },
    ],
    problems: [],
  };
}

/** RFC 7517 sections 4 and 5 */
function isKey(value: Members): boolean {
  return typeof value['kty'] === 'string' || (Array.isArray(value['keys']) && value['keys'].every(isKeyMember));
}

function isKeyMember(value: unknown): boolean {
  return isPlainObject(value) && typeof value['kty'] === 'string';
}

function accountOf(value: Members): string | undefined {
  const found = accountNames.map((name) => value[name]).find((id) => typeof id === 'string' && uuid.test(id));
  return typeof found === 'string' ? found : undefined;
}
