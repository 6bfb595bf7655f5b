/** Makes `import … from 'electron'` mean the stand-in. */
import { registerHooks } from 'node:module';

const address = 'preview:electron';
const specifiers: ReadonlySet<string> = new Set(['electron', 'electron/main', 'electron/common']);

/** From now on; for all modules of this process. A name that the stand-in lacks cannot be imported, as in Electron. */
export function provideElectron(electron: Readonly<Record<string, unknown>>): void {
  const place = Symbol.for(address);
  Object.defineProperty(globalThis, place, { value: electron });
  const whole = `globalThis[Symbol.for(${JSON.stringify(address)})]`;
  const source = `const electron = ${whole};
export default electron;
export const { ${Object.keys(electron).join(', ')} } = electron;
`;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifiers.has(specifier) ? { url: address, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === address ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
