import { describe, expect, it } from 'vitest';
import { explainClaims } from '../../../main/systems/explain-claims.ts';
import { systems } from '../../../main/systems/registry.ts';
import { registeredClaims } from '../../../main/systems/registered-claims.ts';

const namesOf = (system: keyof typeof systems, payload: Record<string, unknown>) =>
  explainClaims({ system }, payload).map(({ name }) => name);
const claim = (system: keyof typeof systems, name: string, value: unknown) =>
  explainClaims({ system }, { [name]: value })[0];

describe('the claims of a token', () => {
  it('come with the times first, then those of the system, then those that everybody means alike', () => {
    const payload = { jti: 'x', sub: 'y', user_name: 'jane', iat: 1, exp: 2, zeta: 3 };
    expect(namesOf('isc', payload)).toEqual(['exp', 'iat', 'user_name', 'sub', 'jti']);
  });

  it('say nothing where nobody knows the meaning', () => {
    expect(claim('oauth', 'pod', 'cook')).toBeUndefined();
    expect(claim('isc', 'strong_auth', true)?.meaning).toBeNull();
  });

  it('mean what their own system says, where it says more', () => {
    expect(claim('netfoundry', 'aud', 'x')?.meaning).toContain('gateway');
    expect(claim('oauth', 'aud', 'x')?.meaning).toContain('API');
  });

  it('are of SailPoint where NERM takes its token', () => {
    expect(claim('nerm', 'identity_id', '2c91')).toEqual(claim('isc', 'identity_id', '2c91'));
  });

  it.each([null, ''])('warn of a token of ISC without a user: %j', (value) => {
    expect(claim('isc', 'user_name', value)?.meaning).toContain('403');
    expect(claim('isc', 'user_name', 'jane')?.meaning).not.toContain('403');
  });

  it('say that a token of ISC has no authorities', () => {
    expect(claim('isc', 'authorities', [])?.meaning).toContain('None');
    expect(claim('isc', 'authorities', ['ORG_ADMIN'])?.meaning).not.toContain('None');
  });

  it.each([
    ['aic', '(usr!4f)', 'user'],
    ['aic', '(age!myClient)', 'client'],
    ['netfoundry', 'abc@clients', 'nobody signed in'],
    ['aic', 17, 'service account'],
  ] as const)('read the subject of %s as it is written: %s', (system, value, words) => {
    expect(claim(system, 'sub', value)?.meaning).toContain(words);
  });

  it('tell those that every token has anew', () => {
    const isOfOneToken = (name: string) => claim('aic', name, 'x')?.isOfOneToken;
    expect(['jti', 'auditTrackingId', 'realm'].map(isOfOneToken)).toEqual([true, true, false]);
  });

  it('may bear any name', () => {
    const payload = JSON.parse('{"__proto__":{"exp":1},"constructor":"x","toString":1}') as Record<string, unknown>;
    expect(namesOf('oauth', payload)).toEqual([]);
  });
});

it.each([...Object.values(systems).flatMap(({ claims }) => Array.from(claims ?? [])), ...registeredClaims])(
  '%s is explained in whole sentences, whatever its value',
  (_, { meaning }) => {
    const values: readonly unknown[] = [null, '', 'text', 7, [], ['x'], {}];
    const texts = typeof meaning === 'function' ? values.map(meaning) : [meaning ?? 'Nothing.'];
    for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$|^access_token.*\.$/);
  },
);
