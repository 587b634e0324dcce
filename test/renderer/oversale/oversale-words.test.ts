import { expect, test } from 'vitest';
import { lateText } from '../../../renderer/oversale/oversale-words.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';

test.each([
  [0, '0 h 00 late'],
  [22, '0 h 22 late'],
  [90, '1 h 30 late'],
  // It was said to be a negative time late.
  [-30, '0 h 30 early'],
  [-65, '1 h 05 early'],
])('a flight that arrives %i minutes after the other is told as %s', (minutes, text) => expect(lateText(minutes * MINUTE_MS)).toBe(text));
