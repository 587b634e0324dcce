import { expect, it } from 'vitest';
import { OpenCalls } from '../../../main/threads/open-calls.ts';

const call = () => ({ resolve: () => {}, reject: () => {} });

it('gives each open call a number of its own, and the number of one that was answered again', () => {
  const calls = new OpenCalls<string>();
  const [first, second, third] = [call(), call(), call()];
  expect([calls.open(first), calls.open(second)]).toEqual([0, 1]);
  expect(calls.close(0)).toBe(first);
  expect(calls.open(third)).toBe(0);
  expect([calls.close(1), calls.close(0)]).toEqual([second, third]);
});

it('knows no call that was answered, or that never was', () => {
  const calls = new OpenCalls<string>();
  calls.open(call());
  calls.close(0);
  expect([calls.close(0), calls.close(7)]).toEqual([undefined, undefined]);
  // A number that was closed twice would be given twice.
  expect([calls.open(call()), calls.open(call())]).toEqual([0, 1]);
});

it('gives all that are open, once', () => {
  const calls = new OpenCalls<string>();
  const [first, second] = [call(), call()];
  calls.open(first);
  calls.open(call());
  calls.open(second);
  calls.close(1);
  expect(calls.closeAll()).toEqual([first, second]);
  expect(calls.closeAll()).toEqual([]);
  expect([calls.open(first), calls.open(second)]).toEqual([0, 1]);
});
