/** What the download of Electron's runtime is told about trust and proxies. */
import { describe, expect, it } from 'vitest';
import { withTrustAndProxies } from '../../../main/start/electron-runtime.ts';

describe('the environment of the download', () => {
  it("trusts the system's certificates and honours proxies", () => {
    expect(withTrustAndProxies({ HTTPS_PROXY: 'http://proxy:3128' })).toEqual({
      HTTPS_PROXY: 'http://proxy:3128',
      NODE_USE_SYSTEM_CA: '1',
      NODE_USE_ENV_PROXY: '1',
      ELECTRON_GET_USE_PROXY: 'true',
    });
  });

  it('leaves what the person set', () => {
    expect(withTrustAndProxies({ NODE_USE_SYSTEM_CA: '0' })['NODE_USE_SYSTEM_CA']).toBe('0');
  });
});
