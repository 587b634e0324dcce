import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useCustomerPage } from '../../../renderer/reservations/customer/customer-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { useReservations } from '../../../renderer/reservations/reservations-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import type { Output } from '../../../shared/contract.ts';
import type { CustomerWho } from '../../../shared/methods/customers.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { foundSold, NOON } from '../support/samples.ts';

type Customer = Output<'customers.get'>;
const WHO: CustomerWho = { by: 'booking', bookingId: 5, place: 0 };
const KEPT: CustomerWho = { by: 'record', customerId: 3 };
const customer = (more: Partial<Customer> = {}): Customer => ({
  ...{ who: WHO, name: 'SZETO/MEI LIN MS', kept: null, bookings: [{ ...foundSold, bookingId: 5 }], more: 0 },
  record: {
    ...{ surname: 'Sze-To', given: 'Mei Lin', host: { surname: 'SZETO', given: 'MEI LIN' }, title: 'MS' },
    ...{ birthDate: null, phone: '+1 718 555 0163', email: '', document: null },
  },
  ...more,
});
const record = (more: Partial<Customer['record']> = {}) =>
  customer({ who: KEPT, kept: { at: NOON, user: 'ruiz', desk: 'T1-04', version: 2 }, record: { ...customer().record, ...more } });

let hub: FakeBridge;
beforeEach(() => {
  setServerNow(NOON);
  startOver();
  useReservations.getState().clear();
  useCustomerPage.getState().forget();
  hub = new FakeBridge().gives('customers.get', customer());
});
afterEach(cleanup);

const show = (who: CustomerWho = WHO) => render(<ReservationsScreen screen={{ name: 'reservations', customer: who }} />);

test('the second Enter of who chose the customer in a list asked for a record: it does nothing', async () => {
  openConsole(hub, RUIZ);
  show();
  const user = userEvent.setup();
  (await screen.findByRole('button', { name: /Keep a record/ })).focus();
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{ArrowUp}{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Keep a record' })).toBeTruthy();
});

test('a customer is shown with all bookings; nothing is kept until it is asked for', async () => {
  openConsole(hub, RUIZ);
  hub.answers('customers.keep', () => accept({ customerId: 3 }));
  show();
  expect(await screen.findByRole('heading', { level: 1, name: 'SZETO/MEI LIN MS' })).toBeTruthy();
  expect(screen.getByText('no record kept')).toBeTruthy();
  expect(within(screen.getByRole('table', { name: 'Bookings' })).getAllByRole('row')).toHaveLength(2);
  hub.gives('customers.get', record());
  const user = userEvent.setup();
  screen.getByRole('button', { name: /Keep a record/ }).focus();
  await user.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Keep a record' });
  expect(within(dialog).getByLabelText<HTMLInputElement>('Name, as in the passport').value).toBe('Sze-To/Mei Lin MS');
  await user.type(within(dialog).getByLabelText('Birth date'), 'soon');
  await user.click(within(dialog).getByRole('button', { name: /Keep the record/ }));
  expect(within(dialog).getByText('Write the birth date as 12MAR1980')).toBeTruthy();
  expect(hub.inputsOf('customers.keep')).toEqual([]);
  await user.clear(within(dialog).getByLabelText('Birth date'));
  await user.type(within(dialog).getByLabelText('Birth date'), '17may80{Enter}');
  expect(await screen.findByText('record kept')).toBeTruthy();
  expect(hub.inputsOf('customers.keep')).toMatchObject([
    {
      bookingId: 5,
      record: { surname: 'Sze-To', given: 'Mei Lin', title: 'MS', birthDate: '1980-05-17', phone: '+1 718 555 0163', document: null },
    },
  ]);
  expect(hub.inputsOf('customers.get').at(-1)).toEqual({ who: KEPT });
});

test('a record is changed by the version that was read; a refusal stays beside the form', async () => {
  openConsole(hub, RUIZ);
  hub.gives('customers.get', record({ document: { type: 'PASSPORT', number: 'X1', country: 'USA', expires: '2031-05-31' } }));
  hub.answers('customers.change', () => refuse('CUSTOMER_CHANGED'));
  show(KEPT);
  expect(await screen.findByText('Passport X1, USA, until 31 May 2031')).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Change the record/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Change the record' });
  await user.click(within(dialog).getByRole('button', { name: /Change the record/ }));
  expect(await within(dialog).findByText(/Somebody changed this record meanwhile/)).toBeTruthy();
  expect(hub.inputsOf('customers.change')).toMatchObject([
    { customerId: 3, version: 2, record: { document: { number: 'X1', expires: '2031-05-31' } } },
  ]);
});

test('an agent is told that a supervisor erases; a supervisor is asked first, and Enter keeps the record', async () => {
  openConsole(hub, RUIZ);
  hub.gives('customers.get', record());
  const { unmount } = show(KEPT);
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: /Erase the record/ })).disabled).toBe(true);
  expect(screen.getByText('A supervisor erases it.')).toBeTruthy();
  unmount();

  openConsole(hub, OSEI);
  hub.answers('customers.erase', () => accept({ customerId: 3, blanked: 2, staying: 1 }));
  show(KEPT);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Erase the record/ }));
  await screen.findByRole('alertdialog', { name: 'Erase the record of SZETO/MEI LIN MS?' });
  await user.keyboard('{Enter}');
  expect(hub.inputsOf('customers.erase')).toEqual([]);
  await user.click(await screen.findByRole('button', { name: /Erase the record/ }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Erase' }));
  expect(
    (
      await screen.findAllByText(
        'The record is erased. Contact and birth date went from 2 bookings; 1 booking keeps contact and birth date: flights are to come, or left less than 30 days ago.',
      )
    ).length,
  ).toBeGreaterThan(0);
});

test('a record that another desk changes or erases is read again', async () => {
  openConsole(hub, RUIZ);
  hub.gives('customers.get', record());
  show(KEPT);
  await screen.findByText('record kept');
  hub.answers('customers.get', () => refuse('CUSTOMER_ERASED'));
  const told = { user: 'osei', desk: 'T1-01', at: NOON, event: 101 };
  await act(async () => hub.tell({ ...told, type: 'customer.erased', data: { customerId: 3, blanked: [] } } as never));
  expect(await screen.findByText('This record was erased.')).toBeTruthy();
});

test('customers are found beside bookings, those with a record first, and a record keeps a single booking from opening by itself', async () => {
  openConsole(hub, RUIZ);
  const found = { name: 'SZETO/MEI LIN MS', birthDate: null, phone: '+1 718 555 0163', email: '' };
  hub.gives('bookings.find', { bookings: [{ ...foundSold, bookingId: 5 }], more: 0, counted: true, misread: [] });
  hub.gives('customers.find', { customers: [{ ...found, who: KEPT, record: customer().record }], more: false });
  render(<ReservationsScreen screen={{ name: 'reservations' }} />);
  const user = userEvent.setup();
  await user.keyboard('SZETO{Enter}');
  const row = within(await screen.findByRole('table', { name: 'Customers' })).getByRole('button', { name: 'SZETO/MEI LIN MS' });
  expect(useNavigation.getState().screen).toEqual({ name: 'board' });
  await user.click(row);
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', customer: KEPT }));
});
