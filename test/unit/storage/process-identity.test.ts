/** How a process is told from another one that got its pid. */
import { describe, expect, it } from 'vitest';
import { parseProcStat, parsePs } from '../../../main/storage/process-identity.ts';

const stat = (name: string, state: string) =>
  `4242 (${name}) ${state} 1 4242 4242 0 -1 4194304 100 0 0 0 5 3 0 0 20 0 11 0 987654 1000000 500 18446744073709551615`;

describe('parseProcStat', () => {
  it('finds the start time', () => {
    expect(parseProcStat(stat('node', 'S'))).toEqual({ started: '987654' });
  });

  it('is not misled by a program name with spaces and parentheses', () => {
    expect(parseProcStat(stat('a) R 1 (b', 'R'))).toEqual({ started: '987654' });
  });

  it.each(['Z', 'X'])('takes a process in state %s for gone', (state) => {
    expect(parseProcStat(stat('node', state))).toBe('gone');
  });

  it('understands nothing of anything else', () => {
    expect(parseProcStat('')).toBeUndefined();
  });
});

describe('parsePs', () => {
  it('finds the start time, however it is padded', () => {
    expect(parsePs('S    Fri Nov  1 00:35:00 2025\n')).toEqual({ started: 'Fri Nov 1 00:35:00 2025' });
  });

  it('takes a zombie for gone', () => {
    expect(parsePs('Z+   Fri Nov  1 00:35:00 2025\n')).toBe('gone');
  });

  it('understands nothing of an empty answer', () => {
    expect(parsePs('')).toBeUndefined();
  });
});
