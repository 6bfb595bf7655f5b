import { expect, it } from 'vitest';
import { afterClosing } from '../../../main/desktop/coming-back.ts';

it.each([
  ['stays in the tray', { hasTray: true, isDemo: false, isQuitting: false }, 'stay'],
  ['tells how to come back where there is no tray', { hasTray: false, isDemo: false, isQuitting: false }, 'tell'],
  ['ends a demo that could not be reached again', { hasTray: false, isDemo: true, isQuitting: false }, 'quit'],
  ['says nothing while the application ends', { hasTray: false, isDemo: false, isQuitting: true }, 'stay'],
] as const)('closing the window %s', (_case, situation, kind) => {
  expect(afterClosing(situation).kind).toBe(kind);
});
