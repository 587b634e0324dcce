import { expect, test } from 'vitest';
import { readSeatMap } from '../../../main/fleet/read-seat-map.ts';
import { dataJson, dataNames } from '../../../main/reference/data-file.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';
import { draft320 } from '../support/fleet-drafts.ts';

test.each(dataNames('seat-maps'))('%s is read as it ships', (name) => {
  const map = dataJson<SeatMap>(`seat-maps/${name}`);
  const { form, draft, faults } = readSeatMap(JSON.stringify(map, null, 2));
  expect([form, faults]).toEqual(['json', []]);
  const { id: _, source: __, equipment, ...rest } = map;
  expect(draft).toMatchObject({ ...rest, carrier: null, configuration: null, equipment: equipment.length === 1 ? equipment[0] : null });
});

test('a draft of the editor is read as it is', () => {
  const draft = draft320();
  expect(readSeatMap(JSON.stringify(draft))).toEqual({ form: 'json', draft, faults: [] });
});

const CSV = `row,cabin,layout,exit,wing,codes,before
1,F,AB EF,,,K:ABEF L:AF,galley:0 lavatory:1
2,F,AB EF,,,,
7,Y,ABC DEF,,yes,K:ABCDEF,
8,Y,_DEF,yes,yes,,
9,Y,"  DEF",no,,1:D,
end,,,,,,lavatory:0
`;

test('a CSV of rows is read, with aisles, exits, codes, fixtures and the wing', () => {
  expect(readSeatMap(CSV.replace('"  DEF"', '" DEF"'))).toEqual({
    form: 'csv',
    draft: {
      ...{ name: null, carrier: null, equipment: null, configuration: null, deck: 'main' },
      rows: [
        { row: 1, cabin: 'F', layout: 'AB EF', seats: { A: ['K', 'L'], B: ['K'], E: ['K'], F: ['K', 'L'] } },
        { row: 2, cabin: 'F', layout: 'AB EF' },
        { row: 7, cabin: 'Y', layout: 'ABC DEF', seats: { A: ['K'], B: ['K'], C: ['K'], D: ['K'], E: ['K'], F: ['K'] } },
        { row: 8, cabin: 'Y', layout: ' DEF', exit: true },
        { row: 9, cabin: 'Y', layout: ' DEF', seats: { D: ['1'] } },
      ],
      fixtures: [
        { kind: 'galley', before: 1, block: 0 },
        { kind: 'lavatory', before: 1, block: 1 },
        { kind: 'lavatory', before: 0, block: 0 },
      ],
      wing: { from: 7, to: 8 },
    },
    faults: [],
  });
});

test.each([
  ['semicolons', CSV.replace('"  DEF"', ' DEF').replaceAll(',', ';')],
  ['tabs, other line ends, a byte order mark', `\uFEFF${CSV.replace('"  DEF"', ' DEF').replaceAll(',', '\t').replaceAll('\n', '\r\n')}`],
])('a CSV with %s is read the same', (_, text) => {
  expect(readSeatMap(text)).toEqual(readSeatMap(CSV.replace('"  DEF"', '" DEF"')));
});

/** Line and beginning of each fault. */
const FAULTS: readonly [string, string, readonly [number | null, RegExp][]][] = [
  ['no text', '', [[1, /neither JSON nor a CSV/]]],
  ['another text', 'Dear Sirs', [[1, /neither JSON nor a CSV/]]],
  ['JSON that ends', '{\n  "name": "A",\n  "rows": [', [[3, /no JSON/]]],
  ['JSON with a comma too many', '{\n  "name": "A",\n  "rows": [1,]\n}', [[3, /no JSON/]]],
  [
    'JSON that is no map',
    '{}',
    [
      [1, /^rows: is missing$/],
      [1, /^wing: is missing$/],
    ],
  ],
  [
    'JSON with a wrong cabin and a word that is not known',
    '{\n"wing": {"from": 1, "to": 1},\n"rows": [\n  {"row": 1, "cabin": "Y", "layout": "A B"},\n  {"row": 2,\n   "cabin": "K", "layout": "A B"}],\n "deck": "main", "colour": "blue"}',
    [
      [6, /^rows\.1\.cabin: must be one of F, J, W, Y$/],
      [1, /^"colour" does not belong here$/],
    ],
  ],
  [
    'JSON with values of another kind',
    '{"wing": 3, "rows": [\n  {"row": "1", "cabin": "Y", "layout": "A B"},\n  {"row": 100, "cabin": "Y",\n   "layout": "A B", "exit": "yes", "seat": 1}]}',
    [
      [2, /^rows\.0\.row: must be of kind number$/],
      [3, /^rows\.1\.row: must be at most 99$/],
      [4, /^rows\.1\.exit: must be of kind boolean$/],
      [3, /^rows\.1: "seat" does not belong here$/],
      [1, /^wing: must be of kind object$/],
    ],
  ],
  [
    'JSON with rows that fall',
    '{"wing": {"from": 1, "to": 1}, "rows": [\n  {"row": 2, "cabin": "Y", "layout": "A B"},\n  {"row": 1, "cabin": "Y", "layout": "A B"}\n]}',
    [[3, /row 1 follows row 2/]],
  ],
  [
    'a column that is missing and one that is not known',
    'row,cabin,layouts\n1,Y,ABC\n',
    [
      [1, /layout are missing/],
      [1, /"layouts"/],
    ],
  ],
  ['no rows', 'row,cabin,layout\n', [[null, /no rows/]]],
  [
    'cells that cannot be read',
    'row,cabin,layout,exit,codes,before\nx,Y,ABC,,,\n2,K,ABC,,,\n3,Y,AIC,,,\n4,Y,ABC,maybe,,\n5,Y,ABC,,LABC,\n6,Y,ABC,,,galley\n7,Y,ABC,,,bar:0\n100,Y,ABC,,,\n',
    [
      [2, /row "x"/],
      [3, /cabin "K"/],
      [4, /layout "AIC"/],
      [5, /exit and wing/],
      [6, /codes "LABC"/],
      [7, /before "galley"/],
      [8, /before "bar:0"/],
      [9, /row "100"/],
    ],
  ],
  ['another number of aisles, a blank line before it', 'row,cabin,layout\n1,Y,ABC DEF\n\n2,Y,ABC DE F\n', [[4, /2 aisles/]]],
];

test.each(FAULTS)('%s: each fault is named with its line', (_, text, expected) => {
  const { faults } = readSeatMap(text);
  expect(faults.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
  for (const [at, [, says]] of expected.entries()) expect(faults[at]?.problem).toMatch(says);
});
