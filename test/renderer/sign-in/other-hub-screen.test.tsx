import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { OtherHubScreen } from '../../../renderer/sign-in/other-hub-screen.tsx';
import type { FarHub } from '../../../shared/far-hub.ts';
import { fingerprintText } from '../../../shared/fingerprint-text.ts';

const HUB: FarHub = {
  address: 'https://10.20.4.31:4610',
  fingerprint: '0f'.repeat(32),
  other: 'a1'.repeat(32),
  isOutOfTime: false,
  isSafe: true,
};
const leave = vi.fn();
vi.mock('../../../renderer/stores/pair-desk.ts', () => ({ leaveHub: () => leave() }));

afterEach(() => {
  cleanup();
  leave.mockReset();
});

test('says that another hub answers, at which address, and shows both fingerprints to compare', () => {
  render(<OtherHubScreen hub={HUB} />);
  const dialog = screen.getByRole('alertdialog', { name: /Another hub answers at https:\/\/10\.20\.4\.31:4610/ });
  expect(dialog.textContent).toContain(fingerprintText('0f'.repeat(32)));
  expect(dialog.textContent).toContain(fingerprintText('a1'.repeat(32)));
  expect(dialog.textContent).toContain('Nothing was sent to it.');
});

test('the desk is left by Ctrl Enter alone, and once', async () => {
  render(<OtherHubScreen hub={HUB} />);
  const user = userEvent.setup();
  await user.keyboard('{Enter}');
  await user.tab();
  await user.keyboard('{Enter}');
  await user.keyboard(' ');
  expect(leave).not.toHaveBeenCalled();
  await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
  expect(leave).toHaveBeenCalledOnce();
});

test('a pointer may press the button', async () => {
  render(<OtherHubScreen hub={HUB} />);
  await userEvent.setup().click(screen.getByRole('button', { name: /set up anew/ }));
  expect(leave).toHaveBeenCalledOnce();
});
