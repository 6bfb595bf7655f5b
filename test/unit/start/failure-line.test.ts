/** The reason of a failed download, out of what was printed. */
import { describe, expect, it } from 'vitest';
import { failureLine } from '../../../main/start/failure-line.ts';

describe('the line that says why', () => {
  it('is the cause, where the error only says that fetching failed', () => {
    const output = [
      'TypeError: fetch failed',
      '    at node:internal/deps/undici/undici:14976:13 {',
      '  [cause]: Error: getaddrinfo ENOTFOUND github.com',
      '      at GetAddrInfoReqWrap.onlookup {',
      "    code: 'ENOTFOUND'",
    ].join('\n');
    expect(failureLine(output)).toBe('getaddrinfo ENOTFOUND github.com');
  });

  it('is the first line that is no stack frame', () => {
    expect(failureLine('\nError: Generated checksum is wrong\n    at validate (x.js:1:1)\n')).toBe(
      'Generated checksum is wrong',
    );
  });

  it('admits that there is none', () => {
    expect(failureLine('')).toBe('no reason given');
  });
});
