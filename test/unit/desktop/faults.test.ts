import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { surviveFaults } from '../../../main/desktop/faults.ts';

it.each(['uncaughtException', 'unhandledRejection'])(
  'of the program (%s) are reported without what they say',
  (event) => {
    const source = new EventEmitter();
    const written: string[] = [];
    surviveFaults(source as never, { write: (text) => written.push(text), on: () => undefined });
    source.emit(event, new TypeError('secret-CANARY'));
    expect(written.join('')).toContain('TypeError');
    expect(written.join('')).toContain('faults.test.ts');
    expect(written.join('')).not.toContain('CANARY');
  },
);
