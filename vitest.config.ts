/** Three suites: unit (no sockets, no processes), integration (real parts), security (named by threat). */
import { defineConfig } from 'vitest/config';

const suite = (name: string, timeoutMs: number, options: { readonly maxWorkers?: number } = {}) => ({
  test: {
    ...options,
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    unstubEnvs: true,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 30_000),
      suite('integration', 60_000),
      suite('security', 60_000),
      // They mostly wait for what other processes do in their own time.
      suite('e2e', 120_000, { maxWorkers: 2 }),
    ],
  },
});
