/** The services of the tray application: on the person's own data, or on those of a demo that ends with it. */
import { systemClock } from './clock.ts';
import type { ResolveProxy } from './http/system-proxy.ts';
import { openServices } from './services.ts';
import type { Services } from './services.ts';

export interface DesktopServiceOptions {
  readonly isDemo: boolean;
  /** The data folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What a person typed into the window; undefined: nobody did. */
  readonly typedPassphrase: () => Promise<string | undefined>;
  /** How the system would reach a URL, as a PAC script answers. */
  readonly resolveProxy: ResolveProxy;
}

export interface DesktopServices {
  readonly services: Services;
  /** After the services are closed. */
  readonly endDemo: () => Promise<void>;
}

export async function openDesktopServices(options: DesktopServiceOptions): Promise<DesktopServices> {
  const { isDemo, home, environment, typedPassphrase, resolveProxy } = options;
  if (isDemo) {
    // Nobody else needs the demo's tenants.
    const { startDemo } = await import('./demo/demo.ts');
    const demo = await startDemo({
      clock: systemClock,
      home,
      openServices: (own) => openServices({ environment: own, staysRunning: true, resolveProxy }),
    });
    return { services: demo.services, endDemo: () => demo.end() };
  }
  // What a person types goes before what the environment says.
  const { TOKENTRAY_PASSPHRASE: given, ...others } = environment;
  const passphrase = async () => (await typedPassphrase()) ?? given;
  const services = openServices({ environment: others, staysRunning: true, resolveProxy, passphrase });
  return { services, endDemo: async () => undefined };
}
