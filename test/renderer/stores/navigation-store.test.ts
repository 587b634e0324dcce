import { beforeEach, expect, it } from 'vitest';
import { back, go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';

beforeEach(startOver);

it('goes, goes back, and stays on the first screen', () => {
  go({ name: 'flight', flightIds: [7] });
  go({ name: 'reservations', bookingId: 3 });
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 3 });
  back();
  expect(useNavigation.getState().screen).toEqual({ name: 'flight', flightIds: [7] });
  back();
  back();
  expect(useNavigation.getState().screen).toEqual({ name: 'board' });
});

it('remembers how each screen was left, and counts moves to the same one', () => {
  go({ name: 'board', from: 'NYC', to: 'LAX' });
  const { moves } = useNavigation.getState();
  go({ name: 'board', from: 'NYC', to: 'LAX' });
  expect(useNavigation.getState().moves).toBe(moves + 1);
  expect(useNavigation.getState().last.board).toEqual({ name: 'board', from: 'NYC', to: 'LAX' });
});

it('leaves nothing to the next person', () => {
  go({ name: 'reservations', find: 'SMITH/J' });
  startOver();
  expect(JSON.stringify(useNavigation.getState())).not.toContain('SMITH');
});
