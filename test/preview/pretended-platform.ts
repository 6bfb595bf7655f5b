/** Lets the entry module believe to run on another system, and nobody else: what touches the machine needs the truth. */
import { getCallSites } from 'node:util';
import type { PreviewPlatform } from './options.ts';

/** While `evaluate` runs, top-level statements of modules read the pretended `process.platform`, functions the real one. */
export async function withPlatform(platform: PreviewPlatform, evaluate: () => Promise<void>): Promise<void> {
  const real = Object.getOwnPropertyDescriptor(process, 'platform');
  if (real === undefined || platform === process.platform) return evaluate();
  const actual = process.platform;
  Object.defineProperty(process, 'platform', {
    configurable: true,
    enumerable: true,
    // A module's own statements have no function's name.
    get: () => (getCallSites(2)[1]?.functionName === '' ? platform : actual),
  });
  try {
    await evaluate();
  } finally {
    Object.defineProperty(process, 'platform', real);
  }
}
