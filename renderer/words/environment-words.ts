/** What the environments of profiles are called, and their order: the loudest first. */
import type { ListView } from '../../preload/list-view.ts';

export const environmentWords = {
  production: 'Production',
  sandbox: 'Sandbox',
  development: 'Development',
  none: 'No environment',
} as const satisfies Readonly<Record<ListView['environments'][number], string>>;

export const environmentOrder = [
  'production',
  'sandbox',
  'development',
  'none',
] as const satisfies readonly (keyof typeof environmentWords)[];
