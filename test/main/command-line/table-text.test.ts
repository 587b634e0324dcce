import { expect, test } from 'vitest';
import { agoText } from '../../../main/command-line/ago-text.ts';
import { tableText } from '../../../main/command-line/table-text.ts';

test('a table has its figures to the right, and fits 80 columns', () => {
  const rows = [
    ['T1-04', '7', 'short'],
    ['GATE', '12', 'words '.repeat(30)],
  ];
  const lines = tableText([{ head: 'Desk' }, { head: 'Holds', right: true }, { head: 'Words' }], rows);
  expect(lines.slice(0, 2)).toEqual(['Desk   Holds  Words', 'T1-04      7  short']);
  expect(lines[2]).toHaveLength(80);
  expect(lines[2]).toMatch(/^GATE {6}12 {2}words .*\u2026$/);
});

test.each([
  [0, 'now'],
  [59_999, 'now'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000, '1 h'],
  [47 * 3_600_000, '47 h'],
  [48 * 3_600_000, '2 d'],
])('%i ms are %s', (ms, text) => expect(agoText(ms)).toBe(text));
