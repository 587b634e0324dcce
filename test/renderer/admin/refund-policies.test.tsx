import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import type { RefundPolicy } from '../../../shared/refund-policy.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { refundPolicies } from '../support/samples.ts';

let hub: FakeBridge;
beforeEach(() => {
  let policies = [...refundPolicies.policies];
  hub = new FakeBridge()
    .answers('refunds.policies', () => accept({ policies }))
    .answers('refunds.addPolicy', ({ requestId: _, basedOn, ...said }) => {
      const added: RefundPolicy = { ...said, version: basedOn + 1, author: 'osei', addedAt: 1_795_000_000_000 };
      policies = [added, ...policies];
      return accept(added);
    });
  openConsole(hub, OSEI);
});
afterEach(cleanup);

const show = () => render(<AdminScreen screen={{ name: 'admin', tab: 'refunds' }} />);
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
const list = async () => within(await screen.findByRole('table', { name: 'Refund policies' }));

test('a supervisor reads each version in words, and adds a policy with its fees', async () => {
  const person = userEvent.setup();
  show();
  expect((await list()).getByRole('row', { name: /^standard 1 over 24 h 100 %, 4 to 24 h 50 %, at most 4 h 0 % none none/ })).toBeTruthy();
  await person.type(field('Policy'), 'Short-haul');
  await person.type(field(/^Goes back/), '6 h 100\n2 h 50\n30 min 25');
  await person.type(field('Cancel fee'), '25.00 USD');
  await person.type(field('Reason'), 'for the short flights{Enter}');
  await waitFor(() =>
    expect(hub.inputsOf('refunds.addPolicy')).toMatchObject([
      {
        ...{ name: 'short-haul', basedOn: 0, cancelFee: { USD: 25_00 }, changeFee: {}, reason: 'for the short flights' },
        tiers: [
          { overMinutes: 360, percent: 100 },
          { overMinutes: 120, percent: 50 },
          { overMinutes: 30, percent: 25 },
          { overMinutes: 0, percent: 0 },
        ],
      },
    ]),
  );
  expect((await list()).getByRole('row', { name: /^short-haul 1 over 6 h 100 %, 2 to 6 h 50 %, 30 min to 2 h 25 %/ })).toBeTruthy();
});

test('a known name begins with what its newest version says, and the next version is based on it', async () => {
  const person = userEvent.setup();
  show();
  await list();
  await person.type(field('Policy'), 'standard{Tab}');
  expect((field(/^Goes back/) as HTMLTextAreaElement).value).toBe('24 h 100\n4 h 50');
  expect(screen.getByRole('heading', { name: 'Version 2 of standard' })).toBeTruthy();
  hub.answers('refunds.addPolicy', () => refuse('REFUND_POLICY_CHANGED', { name: 'standard', version: 2, author: 'novak' }));
  await person.type(field('Reason'), 'softer{Enter}');
  expect(await screen.findByText(/novak added version 2 of refund policy standard meanwhile/)).toBeTruthy();
  expect(hub.inputsOf('refunds.addPolicy')).toMatchObject([{ name: 'standard', basedOn: 1 }]);
});

test('what is wrong stands beside its field, and nothing is sent', async () => {
  const person = userEvent.setup();
  show();
  await list();
  await person.type(field(/^Goes back/), '2 h 10\n1 h 90');
  await person.click(screen.getByRole('button', { name: 'Add the policy' }));
  expect(screen.getByText('A line gives more back nearer to departure.')).toBeTruthy();
  expect(screen.getByText('Why it is added.')).toBeTruthy();
  expect(hub.inputsOf('refunds.addPolicy')).toEqual([]);
});
