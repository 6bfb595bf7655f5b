import { describe, expect, it } from 'vitest';
import { displayWidth, fieldLines, tableLines } from '../../../main/cli/table.ts';

describe('the width on a terminal', () => {
  it.each([
    ['acme', 4],
    ['東京', 4],
    ['é', 1],
    ['👩‍💻', 2],
    ['\u001b[31mred\u001b[39m', 3],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('a table', () => {
  it('aligns columns by what a terminal shows', () => {
    const rows = [{ cells: ['東京', 'isc'] }, { cells: ['acme-prod', 'oauth'] }];
    expect(tableLines(['NAME', 'SYSTEM'], rows)).toEqual(['NAME       SYSTEM', '東京       isc', 'acme-prod  oauth']);
  });

  it('has no blanks at the ends of lines', () => {
    expect(tableLines(['A', 'B'], [{ cells: ['a', ''] }])[1]).toBe('a');
  });

  it('says a note below its row', () => {
    expect(tableLines(['A'], [{ cells: ['a'], note: 'why' }, { cells: ['b'] }])).toEqual(['A', 'a', '    why', 'b']);
  });

  it('keeps within a narrow terminal', () => {
    const lines = tableLines(['NAME', 'TENANT'], [{ cells: ['acme', 'a-rather-long-tenant'] }], 12);
    expect(lines).toEqual(['NAME  TENANT', 'acme  a-rat…']);
  });

  it('cuts no escape sequence', () => {
    const painted = '\u001b[31mrefused\u001b[39m';
    expect(tableLines(['A'], [{ cells: [painted] }], 3)[1]).toBe(painted);
  });
});

describe('a list of fields', () => {
  it('aligns the values', () => {
    expect(
      fieldLines([
        ['id', '1'],
        ['clientId', 'x'],
      ]),
    ).toEqual(['id:        1', 'clientId:  x']);
  });
});
