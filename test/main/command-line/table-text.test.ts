import { expect, test } from 'vitest';
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
