import { afterEach, expect, test } from 'vitest';
import { forgetBoard, useBoard, wish } from '../../../renderer/board/board-store.ts';
import { nextParty } from '../../../renderer/stores/customer-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';

afterEach(() => {
  startOver();
  forgetBoard();
});

test('the last party stays no longer in the search line for the next customer, whose wishes stay', () => {
  wish({ from: 'JFK', to: 'LAX', adults: 3, children: 1, infants: 2, maxStops: 0 });
  nextParty();
  expect(useBoard.getState().wishes).toMatchObject({ from: 'JFK', to: 'LAX', maxStops: 0, adults: 1, children: 0, infants: 0 });
});

test('prices of the list and of the pins are for one adult again', () => {
  wish({ adults: 4 });
  const { wishes } = useBoard.getState();
  useBoard.setState({
    answer: { kind: 'departures', wishes, rows: [], flightIds: new Set(), more: 0, most: 200, cancelledLeftOut: false, found: null, at: 0 },
  });
  nextParty();
  expect(useBoard.getState().answer?.wishes.adults).toBe(1);
});

test('going back to a flight begins with one adult, and not with the party that was served there', () => {
  go({ name: 'board', from: 'JFK', to: 'LAX', party: { adults: 3, children: 0, infants: 0 } });
  go({ name: 'flight', flightIds: [7], cabin: 'Y', adults: 3, children: 1, infants: 1 });
  go({ name: 'flight', flightIds: [8], adults: 2, bookingId: 5 });
  go({ name: 'board' });
  nextParty();
  const { before, last } = useNavigation.getState();
  expect(before.slice(1)).toEqual([
    { name: 'board', from: 'JFK', to: 'LAX' },
    { name: 'flight', flightIds: [7], cabin: 'Y' },
    { name: 'flight', flightIds: [8], adults: 2, bookingId: 5 },
  ]);
  expect(last.flight).toEqual({ name: 'flight', flightIds: [8], adults: 2, bookingId: 5 });
});
