import { expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { sampleCall } from '../../../main/systems/sample-call.ts';

const oauth: Profile = { name: 'api', system: 'oauth', auth: 'client_credentials', clientId: 'a' };
const endpoints = { token: 'https://id.example.com/t', api: 'https://api.example.com/v1/' };
const isc: Profile = { ...oauth, system: 'isc', tenant: 'acme' };

it("is the system's own below the API", () => {
  expect(sampleCall(isc, undefined)).toEqual({
    api: 'https://acme.api.identitynow.com',
    path: '/v3/account-activities?limit=1',
    isKnown: true,
  });
});

it.each([
  ['https://api.example.com/v1/', 'https://api.example.com/v1', ''],
  ['https://id.example.com/userinfo', 'https://id.example.com/userinfo', ''],
  ['https://api.example.com', 'https://api.example.com', '/'],
])('is the base of an API of which nothing is known, without a slash after its path: %s', (given, api, path) => {
  const profile = { ...oauth, endpoints: { ...endpoints, api: given } };
  expect(sampleCall(profile, undefined)).toEqual({ api, path, isKnown: false });
});

it('is none where the profile knows no API', () => {
  expect(sampleCall({ ...oauth, endpoints: { token: endpoints.token } }, undefined)).toBeUndefined();
});

it('is none of its own for a scope that its system has no request for', () => {
  const aic: Profile = { ...oauth, system: 'aic', auth: 'jwt_bearer', tenant: 'openam-acme.forgeblocks.com' };
  expect(sampleCall(aic, 'fr:iga:*')).toMatchObject({ path: '/', isKnown: false });
});
