/** Whoever starts the application twice wants to see it. */
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Launch } from '../../../main/desktop/launch.ts';
import { followSecondStarts } from '../../../main/desktop/second-start.ts';
import type { SecondStarts } from '../../../main/desktop/second-start.ts';

let app: EventEmitter;
let starts: SecondStarts;
const open = vi.fn<(launch: Launch) => void>();

beforeEach(() => {
  open.mockClear();
  app = new EventEmitter();
  starts = followSecondStarts(app as never);
});

describe('a second start', () => {
  it('opens the window', () => {
    starts.onStart(open);
    app.emit('second-instance', {}, ['tokentray']);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('that came while the application was starting opens the window as soon as there can be one', () => {
    app.emit('second-instance', {}, ['tokentray']);
    starts.onStart(open);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('for the quick switcher says so', () => {
    starts.onStart(open);
    app.emit('second-instance', {}, ['tokentray', '--quick-switcher']);
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ showsSwitcher: true }));
  });

  it('at login opens nothing', () => {
    app.emit('second-instance', {}, ['tokentray', '--hidden']);
    starts.onStart(open);
    app.emit('second-instance', {}, ['tokentray', '--hidden']);
    expect(open).not.toHaveBeenCalled();
  });

  it('is not made up', () => {
    starts.onStart(open);
    expect(open).not.toHaveBeenCalled();
  });
});
