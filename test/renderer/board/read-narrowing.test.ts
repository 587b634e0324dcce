import { expect, test } from 'vitest';
import { narrowedWords, narrowingText, readNarrowing } from '../../../renderer/board/read-narrowing.ts';
import { NARROWED_TO_MAX } from '../../../shared/bounds.ts';

test.each([
  ['', '', ''],
  ['any', '', ''],
  ['aa', 'AA', ' with AA'],
  [' 738 , aa dl,AA ', 'AA DL 738', ' with AA or DL on 738'],
  ['9C', '9C', ' with 9C'],
  ['32s 73H', '32S 73H', ' on 32S or 73H'],
])('%o is %o', (typed, text, words) => {
  const read = readNarrowing(typed);
  expect(read && [narrowingText(read), narrowedWords(read)]).toEqual([text, words]);
});

test.each(['A', 'AA18', 'Airbus', 'A!', '\u00c4\u00c4', Array.from({ length: NARROWED_TO_MAX + 1 }, (_, place) => `A${place}`).join(' ')])(
  '%o is not understood',
  (typed) => expect(readNarrowing(typed)).toBeUndefined(),
);
