import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { UnreachableScreen } from '../../../renderer/sign-in/unreachable-screen.tsx';

afterEach(cleanup);

test('a hub that never answered is looked for', () => {
  render(<UnreachableScreen where="https://10.20.4.31:4610" />);
  expect(screen.getByRole('heading', { name: 'The hub does not answer' })).toBeTruthy();
});

test('a hub whose certificate is not valid by this clock did answer: the clocks are to be compared, and nothing is paired anew', () => {
  render(<UnreachableScreen where="https://10.20.4.31:4610" isOutOfTime />);
  expect(screen.getByRole('heading', { name: 'The clock of this computer does not fit the hub' })).toBeTruthy();
  expect(screen.getByText(/set the clock of this computer/)).toBeTruthy();
  expect(screen.queryByText(/Nothing was heard/)).toBeNull();
});
