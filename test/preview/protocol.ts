/** `protocol`: the application's own scheme and who answers its requests. */
import type { Lifecycle } from './lifecycle.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];
type Offered = Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;

export interface Schemes {
  readonly protocol: Offered;
  /** The scheme that has pages; null until one is registered. */
  pageScheme(): string | null;
  /** Throws when nobody handles the scheme. */
  serve(request: Request): Promise<Response>;
}

/** Chromium shows the pages under https, so it can only stand in for a scheme that behaves alike. */
export function createSchemes(lifecycle: Lifecycle): Schemes {
  const handlers = new Map<string, Handler>();
  let scheme: string | null = null;

  const protocol: Offered = {
    registerSchemesAsPrivileged(customSchemes) {
      lifecycle.requireNotReady('protocol.registerSchemesAsPrivileged should be called');
      for (const { scheme: name, privileges } of customSchemes) {
        if (!privileges?.standard || !privileges.secure) {
          throw new Error(`The preview host shows pages only for schemes that are standard and secure; ${name} is not`);
        }
        if (privileges.bypassCSP) throw new Error(`${name} must not bypass the content security policy`);
        if (scheme !== null) throw new Error('The preview host has room for one scheme with pages');
        scheme = name;
      }
    },
    handle(name, handler) {
      lifecycle.requireReady('Session can only be received when app is ready; protocol.handle was called');
      if (handlers.has(name)) throw new Error(`Failed to register protocol: ${name}`);
      handlers.set(name, handler);
    },
    unhandle(name) {
      if (!handlers.delete(name)) throw new Error(`Failed to unhandle protocol: ${name}`);
    },
    isProtocolHandled: (name) => handlers.has(name),
  };

  return {
    protocol,
    pageScheme: () => scheme,
    async serve(request) {
      const name = new URL(request.url).protocol.slice(0, -1);
      const handler = handlers.get(name);
      if (handler === undefined) throw new Error(`Nobody handles ${name}:`);
      return handler(request);
    },
  };
}
