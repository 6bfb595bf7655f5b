import { expect, test } from 'vitest';
import { tokenAudience } from '../../../main/grants/token-audience.ts';

test.each([
  ['https://acme.example.com/am/oauth2/access_token', 'https://acme.example.com:443/am/oauth2/access_token'],
  ['https://acme.example.com:443/am/oauth2/access_token', 'https://acme.example.com:443/am/oauth2/access_token'],
  ['https://acme.example.com:8443/am/oauth2/access_token', 'https://acme.example.com:8443/am/oauth2/access_token'],
  ['https://acme.example.com:/am', 'https://acme.example.com:443/am'],
  ['https://acme.example.com', 'https://acme.example.com:443'],
  ['https://acme.example.com?realm=/alpha:1', 'https://acme.example.com:443?realm=/alpha:1'],
  ['https://[2001:db8::1]/am', 'https://[2001:db8::1]:443/am'],
  ['https://[2001:db8::1]:8443/am', 'https://[2001:db8::1]:8443/am'],
  ['http://127.0.0.1:8080/am', 'http://127.0.0.1:8080/am'],
  ['http://localhost/am', 'http://localhost:80/am'],
  ['HTTPS://Acme.example.com/Am', 'HTTPS://Acme.example.com:443/Am'],
  ['not a URL', 'not a URL'],
])('%s is the audience %s', (endpoint, audience) => {
  expect(tokenAudience(endpoint)).toBe(audience);
});
