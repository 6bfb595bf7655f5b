import { describe, expect, test } from 'vitest';
import { shapeRequest } from '../../../main/grants/request-body.ts';

const endpoint = 'https://id.example.com/oauth/token';
const secret = 'CANARY é+&=%/\r\n"x"';
const parameters = () =>
  new URLSearchParams([
    ['grant_type', 'client_credentials'],
    ['client_secret', secret],
  ]);

describe('form', () => {
  test('encodes the parameters as application/x-www-form-urlencoded (RFC 6749 section 4.4.2)', () => {
    const shaped = shapeRequest('form', endpoint, parameters());
    expect(shaped.headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(new URLSearchParams(shaped.body).get('client_secret')).toBe(secret);
  });

  test('leaves the URL alone', () => {
    expect(shapeRequest('form', 'https://id.example.com//oauth//token', parameters()).url).toBe(
      'https://id.example.com//oauth//token',
    );
  });
});

describe('json', () => {
  test('puts the parameters into one object', () => {
    const shaped = shapeRequest('json', endpoint, parameters());
    expect(shaped.headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(shaped.body ?? '')).toEqual({ grant_type: 'client_credentials', client_secret: secret });
  });
});

describe('multipart', () => {
  test('is laid out as RFC 7578 says, without file names', () => {
    const one = new URLSearchParams([['grant_type', 'client_credentials']]);
    expect(shapeRequest('multipart', endpoint, one, () => 'limit')).toEqual({
      url: endpoint,
      headers: { 'content-type': 'multipart/form-data; boundary=limit' },
      body: '--limit\r\ncontent-disposition: form-data; name="grant_type"\r\n\r\nclient_credentials\r\n--limit--\r\n',
    });
  });

  test('carries line breaks and quotes of a value unchanged', async () => {
    const { headers, body } = shapeRequest('multipart', endpoint, parameters());
    const form = await new Response(body ?? '', { headers }).formData();
    expect(form.get('client_secret')).toBe(secret);
  });

  test('escapes what would end a field name', () => {
    const odd = new URLSearchParams([['a"\r\nb', 'x']]);
    expect(shapeRequest('multipart', endpoint, odd, () => 'limit').body).toContain('name="a%22%0D%0Ab"');
  });

  test('uses another boundary for every request', () => {
    const contentType = () => shapeRequest('multipart', endpoint, parameters()).headers['content-type'];
    expect(contentType()).not.toBe(contentType());
  });
});

describe('query', () => {
  test('puts everything into the URL and sends no body', () => {
    const shaped = shapeRequest('query', endpoint, parameters());
    expect(new URL(shaped.url).searchParams.get('client_secret')).toBe(secret);
    expect(shaped).toEqual({ url: shaped.url, headers: {} });
  });

  test('keeps a query that the endpoint already has as it is (RFC 6749 section 3.2)', () => {
    const one = new URLSearchParams([['a', 'b c']]);
    expect(shapeRequest('query', `${endpoint}?realm=%2falpha`, one).url).toBe(`${endpoint}?realm=%2falpha&a=b+c`);
  });
});
