/** Threat: a page, or a server's words, make the application open a file or a program. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createExternalLinks } from '../../main/desktop/external-links.ts';

let opened: string[];
const links = createExternalLinks(async (address) => void opened.push(address));

beforeEach(() => {
  opened = [];
});

describe('openExternal', () => {
  it.each(['help', 'releases', 'security'] as const)('opens %s in the browser', async (link) => {
    await links.open(link);
    expect(opened).toEqual([expect.stringMatching(/^https:\/\/github\.com\//)]);
  });

  it.each([
    'file:///etc/passwd',
    'file://github.com/share/x.exe',
    'smb://github.com/share',
    'http://github.com/tokentray',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    'https://example.com/',
    'https://github.com.example.com/',
    'https://example.com\\@github.com/',
    'https://jane:x@github.com/',
    'https://github.com:8443/',
    '//github.com/',
    '',
    '--version',
  ])('does not open %s', async (address) => {
    await expect(links.openAddress(address)).rejects.toMatchObject({ code: 'internal.bad_request' });
    expect(opened).toEqual([]);
  });
});
