import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SeatStrip } from '../../../renderer/seats/seat-strip.tsx';
import { seatMapAnswer } from './seat-map-answer.ts';

afterEach(cleanup);

test.each([
  [['open', 'open'], 'no seat yet', false],
  [['14A', 'open'], '14A, no seat yet for 1', true],
])('a party that holds %j was told "open open" in a narrow window: it reads %s', (seats, words, arrow) => {
  render(<SeatStrip flightId={7} map={seatMapAnswer().map} seats={seats} onOpen={() => undefined} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByText(/the arrow shows these/) !== null).toBe(arrow);
});
