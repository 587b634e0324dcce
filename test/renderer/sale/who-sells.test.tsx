import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { asNextSale } from '../../../renderer/sale/as-next-sale.ts';
import { holdSeats, startNewSale } from '../../../renderer/sale/sale-actions.ts';
import { newSale } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { LockScreen } from '../../../renderer/sign-in/lock-screen.tsx';
import { refreshState, sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { useSettingsInForce } from '../../../renderer/stores/settings-in-force.ts';
import { accept } from '../../../shared/refusals.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState, refused, settings, signedIn } from '../support/samples.ts';

const STATE = hubState({ session: { ...signedIn, locked: false, restored: false } });
const user = userEvent.setup();
let hub: FakeBridge;

function Console() {
  const { session, locked } = useSession();
  const inForce = useSettingsInForce();
  return (
    <>
      <p>{`${session?.user} ${inForce?.saleUser}`}</p>
      {locked ? <LockScreen state={STATE} /> : null}
    </>
  );
}

async function opens(saleUser: string): Promise<void> {
  hub.gives('settings.get', { ...settings, saleUser });
  render(<Console />);
  await screen.findByText(`${signedIn.user} ${saleUser}`);
}

/** A sale with all seats picked, of another customer than the one before. */
function picks(): void {
  const sale = newSale([7], { adults: 1, children: 0, infants: 0 }, 'Y');
  const legs = sale.legs.map((leg) => ({ ...leg, seats: ['15A'] }));
  useSale.setState(({ round }) => ({ sale: { ...sale, legs }, round: round + 1 }));
}
const holds = () => act(async () => holdSeats());

beforeEach(async () => {
  hub = new FakeBridge()
    .gives('session.state', STATE)
    .gives('session.lock', {})
    .gives('holds.ofDesk', { holds: [] })
    .gives('holds.place', hold())
    .answers('session.signIn', (given) => (given.pin === '1204' ? accept({ ...signedIn, user: given.user }) : refused('SIGN_IN_REFUSED')));
  connect(hub, atOnce);
  await refreshState();
});
afterEach(() => {
  cleanup();
  sessionEnded('');
  useSale.setState({ sale: null });
});

test('a shared desk asks for name and PIN before the next customer, and whoever gives them goes on at the board', async () => {
  await opens('eachSale');
  picks();
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
  await act(async () => startNewSale());
  expect(screen.getByText(/asks before each sale who sells/)).toBeTruthy();
  expect(hub.inputsOf('session.lock')).toHaveLength(1);
  await user.type(screen.getByLabelText('Name'), 'weber');
  await user.type(screen.getByLabelText(/^PIN/), '0000{Enter}');
  expect(useSession.getState().locked).toBe(true);
  await user.type(screen.getByLabelText(/^PIN/), '1204{Enter}');
  expect(useSession.getState()).toMatchObject({ locked: false, forSale: false, session: { user: 'weber' } });
});

test('a shared desk places no second hold by the same PIN, and places it after the PIN was given again', async () => {
  await opens('eachSale');
  picks();
  await holds();
  picks();
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
  await user.type(screen.getByLabelText('Name'), signedIn.user);
  await user.type(screen.getByLabelText(/^PIN/), '1204{Enter}');
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(2);
});

test('a hold that is placed again for the same customer asks for no PIN', async () => {
  await opens('eachSale');
  picks();
  const { sale } = useSale.getState();
  await holds();
  useSale.setState({ sale });
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(2);
});

test('a hold that is revived, taken over or given to a party that waited asked for no PIN: it is the next sale', async () => {
  await opens('eachSale');
  picks();
  await holds();
  const bring = vi.fn(async () => hold());
  await act(async () => expect(await asNextSale(bring)).toBeUndefined());
  expect(bring).not.toHaveBeenCalled();
  expect(screen.getByText(/asks before each sale who sells/)).toBeTruthy();
  await user.type(screen.getByLabelText('Name'), signedIn.user);
  await user.type(screen.getByLabelText(/^PIN/), '1204{Enter}');
  expect(await asNextSale(bring)).toEqual(hold());
  // The PIN is used for what was brought: seats of the customer after that ask again.
  useSale.setState(({ round }) => ({ round: round + 1 }));
  picks();
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
});

test('a hold that was not to be had uses up no PIN', async () => {
  await opens('eachSale');
  await asNextSale(async () => undefined);
  picks();
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
});

test('a desk that is not shared asks nothing', async () => {
  expect(SETTING_DEFAULTS.saleUser).toBe('signIn');
  await opens('signIn');
  picks();
  await holds();
  await act(async () => startNewSale());
  picks();
  await holds();
  expect(hub.inputsOf('holds.place')).toHaveLength(2);
  expect(useSession.getState().locked).toBe(false);
});
