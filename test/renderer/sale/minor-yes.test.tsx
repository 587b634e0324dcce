import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { fieldsOf } from '../../../renderer/sale/fields-of.ts';
import { PassengersPanel } from '../../../renderer/sale/passengers-panel.tsx';
import { yesOf } from '../../../renderer/sale/sale.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import { refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, settings, signedIn } from '../support/samples.ts';

afterEach(() => {
  cleanup();
  useSale.setState({ sale: null });
  useSession.setState({ session: null });
});

function Shown() {
  const sale = useSale((state) => state.sale);
  return sale ? <PassengersPanel sale={sale} flightId={1} listed={false} onList={() => undefined} /> : null;
}

/** The sample hold: with its adult and its child, or with the child alone. */
function open(alone: boolean, role: 'agent' | 'supervisor' = 'agent') {
  connect(new FakeBridge().gives('settings.get', settings), atOnce);
  useSession.setState({ session: { ...signedIn, role } });
  const booking = hold();
  useSale.setState({ sale: saleOf(alone ? { ...booking, party: booking.party.filter(({ type }) => type === 'CHD') } : booking) });
  render(<Shown />);
  return userEvent.setup();
}

const said = () => {
  const { sale } = useSale.getState();
  return sale && yesOf(sale);
};

test('a child alone asks for the name and the PIN of a supervisor', async () => {
  const user = open(true);
  expect(said()).toBeUndefined();
  await user.type(screen.getByLabelText('Supervisor'), 'Osei{Enter}');
  await user.keyboard('481516');
  expect(said()).toEqual({ user: 'osei', pin: '481516' });
});

test('a PIN that was refused is gone, and the name is asked again', async () => {
  const user = open(true);
  await user.type(screen.getByLabelText('Supervisor'), 'osei{Enter}');
  await user.keyboard('481517');
  dispatch({ do: 'refused', refusal: refuse('SIGN_IN_REFUSED', { left: 4 }).refusal });
  expect(said()).toBeUndefined();
  expect(await screen.findByLabelText<HTMLInputElement>('PIN of the supervisor')).toHaveProperty('value', '');
  expect(document.activeElement).toBe(screen.getByLabelText('Supervisor'));
});

test('a supervisor says yes by a tick at the own desk', async () => {
  const user = open(true, 'supervisor');
  await user.click(screen.getByLabelText('I say yes as supervisor'));
  expect(said()).toBe('own');
});

test('who requests the booking of a child alone is asked for (the child itself was written there)', async () => {
  const user = open(true);
  await user.type(screen.getByLabelText('Name of child 1'), 'petrova/mia');
  const requested = screen.getByLabelText<HTMLInputElement>('Requested by');
  expect(requested.value).toBe('');
  const missing = () => {
    const { sale } = useSale.getState();
    return sale && fieldsOf(sale, '2026-11-21').find(({ field }) => field === 'asked-by')?.problem;
  };
  expect(missing()).toBe('Write who requests it');
  await user.type(requested, 'Elena Petrova');
  expect(missing()).toBe('');
});

test('nobody is asked while an adult travels with the child', () => {
  open(false);
  expect(screen.queryByRole('region', { name: 'Unaccompanied minor' })).toBeNull();
});
