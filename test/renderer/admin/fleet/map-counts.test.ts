import { describe, expect, it } from 'vitest';
import { editMap, newEditor } from '../../../../renderer/admin/fleet/editor.ts';
import { cabinsAbove, countCabins, exitWords } from '../../../../renderer/admin/fleet/map-counts.ts';
import { SMALL } from './small-map.ts';

describe('seats a cabin', () => {
  it('stand by the file, before and after, with their sum', () => {
    expect(countCabins({ J: 8, Y: 18 }, { J: 8, Y: 18 }, { J: 8, W: 3, Y: 12 })).toEqual([
      { cabin: 'J', file: 8, before: 8, after: 8 },
      { cabin: 'W', file: 0, before: 0, after: 3 },
      { cabin: 'Y', file: 18, before: 18, after: 12 },
      { cabin: null, file: 26, before: 26, after: 23 },
    ]);
  });

  it.each([
    // file -> cabins that sell more than it says
    [{ J: 8, Y: 18 }, []],
    [{ J: 8, Y: 17 }, ['Y']],
    [{ Y: 30 }, ['J']],
  ])('%j is exceeded in %j', (file, expected) => {
    expect(cabinsAbove(file, SMALL)).toEqual(expected);
  });
});

describe('exits in words', () => {
  it('says the rows and how many sit there', () => {
    expect(exitWords(SMALL)).toBe('No exit rows.');
    const tools = ['exit', 'charged'] as const;
    const editor = tools.reduce((now, tool) => editMap(now, { do: 'tool', tool }), newEditor(SMALL));
    expect(exitWords(editor.map)).toBe('Exit row 1: 4 seats. Charged: 1.');
  });
});
