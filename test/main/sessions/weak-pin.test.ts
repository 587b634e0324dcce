import { expect, it } from 'vitest';
import { isWeakPin } from '../../../main/sessions/weak-pin.ts';

it.each([
  ['1111', true],
  ['000000', true],
  ['1234', true],
  ['4321', true],
  ['7890', true], // the keypad's last row goes on to 0
  ['210987654321', true],
  ['1112', false],
  ['1357', false], // even steps, but not the first that one tries
  ['1243', false],
  ['4711', false],
])('%s is weak: %s', (pin, weak) => {
  expect(isWeakPin(pin)).toBe(weak);
});
