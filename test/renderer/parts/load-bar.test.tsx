import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LoadBar } from '../../../renderer/parts/load-bar.tsx';

afterEach(cleanup);

it.each([
  // capacity, authorised, sold, held, class, figure, words
  [150, 150, 100, 20, 'load', '30', 'economy: 30 free of 150, 100 sold, 20 held'],
  [150, 150, 145, 1, 'load few', '4', 'economy: 4 free of 150, 145 sold, 1 held'],
  [12, 12, 11, 0, 'load few', '1', 'economy: 1 free of 12, 11 sold, 0 held'],
  [12, 12, 12, 0, 'load none', '0', 'economy: 0 free of 12, 12 sold, 0 held'],
  [12, 12, 13, 0, 'load over', '\u22121', 'economy: \u22121 free of 12, 13 sold, 0 held'],
  [12, 14, 13, 0, 'load over', '1', 'economy: 1 free of 14, 13 sold, 0 held'], // more may be sold than there are seats: still flagged
])('%i seats, %i to sell, %i sold, %i held', (capacity, authorised, sold, held, className, figure, words) => {
  const { container } = render(<LoadBar cabin="Y" {...{ capacity, authorised, sold, held }} />);
  const bar = container.querySelector('.load');
  expect(bar?.className).toBe(className);
  expect(bar?.querySelector('span[aria-hidden]')?.textContent).toBe(figure);
  expect(bar?.querySelector('.aside')?.textContent).toBe(words);
});
