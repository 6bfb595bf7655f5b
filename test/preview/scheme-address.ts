/** Where pages of a custom scheme live in Chromium: `app://tokentray/x` is shown as `https://tokentray.localhost/x`. */

export interface SchemeAddress {
  /** What Chromium is given for an address of the application. Other addresses stay as they are. */
  toChromium(address: string): string;
  /** What the application is told instead of Chromium's address. Other addresses stay as they are. */
  toApp(address: string): string;
  /** True for an address that a handler of the scheme must answer. */
  isServed(address: string): boolean;
}

/** @param scheme the one scheme that is registered as standard and secure; null when there is none */
export function createSchemeAddress(scheme: () => string | null): SchemeAddress {
  const suffix = '.localhost';
  const isServed = (address: string) => {
    if (scheme() === null || !URL.canParse(address)) return false;
    const { protocol, hostname, port } = new URL(address);
    return protocol === 'https:' && port === '' && hostname.endsWith(suffix);
  };
  return {
    isServed,
    toChromium(address) {
      const prefix = `${scheme()}://`;
      if (scheme() === null || !address.startsWith(prefix)) return address;
      const [, host = '', rest = ''] = /^([^/?#]*)(.*)$/s.exec(address.slice(prefix.length)) ?? [];
      return `https://${host}${suffix}${rest}`;
    },
    toApp(address) {
      if (!isServed(address)) return address;
      const { hostname, pathname, search, hash } = new URL(address);
      return `${scheme()}://${hostname.slice(0, -suffix.length)}${pathname}${search}${hash}`;
    },
  };
}
