import { beforeEach, expect, it } from 'vitest';
import { createDockPlace } from '../../../main/desktop/dock.ts';

let calls: string[];
let showInDock: (hasWindow: boolean) => void;
beforeEach(() => {
  calls = [];
  showInDock = createDockPlace({ hide: () => void calls.push('hide'), show: async () => void calls.push('show') });
});

it('an application without a window leaves the Dock, also at its start', () => {
  showInDock(false);
  expect(calls).toEqual(['hide']);
});

it('a window that is minimised and restored does not come into the Dock again', () => {
  for (const hasWindow of [false, true, true, true, false]) showInDock(hasWindow);
  expect(calls).toEqual(['hide', 'show', 'hide']);
});

it('there is nothing to do where there is no Dock', () => {
  expect(() => createDockPlace(undefined)(true)).not.toThrow();
});
