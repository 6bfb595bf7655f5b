import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrust, readCertificates } from '../../../main/http/trust.ts';

const [first = '', second = ''] = rootCertificates;
let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tokentray-trust-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const fingerprint = (certificate: string) => new X509Certificate(certificate).fingerprint256;

test('a file may hold several PEM certificates with comments and Windows line ends', () => {
  const path = file('several.pem', `# one\r\n${first.replaceAll('\n', '\r\n')}\r\n# two\n${second}`);
  expect(readCertificates(path).map(fingerprint)).toEqual([first, second].map(fingerprint));
});

test('a file may hold one DER certificate', () => {
  const path = file('one.cer', new X509Certificate(first).raw);
  expect(readCertificates(path).map(fingerprint)).toEqual([fingerprint(first)]);
});

test.each([
  ['empty.pem', ''],
  ['text.pem', 'hello'],
  ['broken.pem', '-----BEGIN CERTIFICATE-----\nQ0FOQVJZ\n-----END CERTIFICATE-----\n'],
])('%s, which holds no certificate, is unreadable', (name, content) => {
  const path = file(name, content);
  expect(() => readCertificates(path)).toThrow(
    expect.objectContaining({ code: 'network.ca_file_unreadable', data: expect.objectContaining({ path }) }),
  );
});

test('one broken certificate among good ones makes the file unreadable', () => {
  const path = file('mixed.pem', `${first}-----BEGIN CERTIFICATE-----\nQ0FOQVJZ\n-----END CERTIFICATE-----\n`);
  expect(() => readCertificates(path)).toThrow(expect.objectContaining({ code: 'network.ca_file_unreadable' }));
});

test.each(['caFile', 'NODE_EXTRA_CA_CERTS'])('a missing file of %s is an error that names it', (source) => {
  const path = join(folder, 'missing.pem');
  const trust =
    source === 'caFile'
      ? createTrust({ environment: {}, caFile: path })
      : createTrust({ environment: { NODE_EXTRA_CA_CERTS: path } });
  expect(trust).toThrow(
    expect.objectContaining({ code: 'network.ca_file_unreadable', data: { path, systemCode: 'ENOENT' } }),
  );
});

test('empty paths are none', () => {
  expect(() => createTrust({ environment: { NODE_EXTRA_CA_CERTS: '' }, caFile: '' })()).not.toThrow();
});

test('the context is made once', () => {
  const trust = createTrust({ environment: {}, caFile: file('good.pem', first) });
  expect(trust()).toBe(trust());
});

test('a file that has been put right is believed at the next call', () => {
  const path = join(folder, 'late.pem');
  const trust = createTrust({ environment: {}, caFile: path });
  expect(trust).toThrow(expect.objectContaining({ code: 'network.ca_file_unreadable' }));
  writeFileSync(path, first);
  expect(trust).not.toThrow();
});
