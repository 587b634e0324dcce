import { expect, test } from 'vitest';
import { actionRows, rowWords } from '../../../renderer/reservations/action-rows.ts';
import type { PossibleAction } from '../../../renderer/reservations/possible-actions.ts';

const action = (what: string, refused: boolean, consequence: string): PossibleAction => ({
  ...{ id: 'names', key: 'E', what, refused, consequence, figure: '' },
});
const FLOWN = 'it is flown: all its flights have departed';

test.each<[string, PossibleAction[], string[]]>([
  [
    'of a flown booking the reason is said once (it stood there nine times)',
    [action('Print receipt', false, 'marked COPY'), action('Cancel and refund', true, FLOWN), action('Change seats', true, FLOWN)],
    ['Print receipt', 'Cancel and refund, change seats'],
  ],
  ['other reasons stay apart', [action('Cancel', true, FLOWN), action('Split', true, 'one passenger travels')], ['Cancel', 'Split']],
  ['what can be done stays apart, also with the same words', [action('A', false, 'at once'), action('B', false, 'at once')], ['A', 'B']],
  [
    'what stands between keeps them apart',
    [action('Cancel', true, FLOWN), action('Print', false, ''), action('Split', true, FLOWN)],
    ['Cancel', 'Print', 'Split'],
  ],
  ['nothing', [], []],
])('%s', (_, actions, rows) => {
  expect(actionRows(actions).map(rowWords)).toEqual(rows);
});
