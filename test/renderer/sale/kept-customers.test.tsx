import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { fillFromRecord, lookForKept, toggleKeep } from '../../../renderer/sale/kept-customers.ts';
import { PassengersPanel } from '../../../renderer/sale/passengers-panel.tsx';
import { customersOf, namesOf, type Sale } from '../../../renderer/sale/sale.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import type { FoundCustomer } from '../../../shared/methods/customers.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold } from '../support/samples.ts';

const kept = (customerId: number, given: string, phone: string): FoundCustomer => ({
  who: { by: 'record', customerId },
  ...{ name: `PETROV/${given.toUpperCase()} MS`, birthDate: '1980-05-17', phone, email: '' },
  record: {
    ...{ surname: 'Petrov', given, host: { surname: 'PETROV', given: given.toUpperCase() }, title: 'MS', birthDate: '1980-05-17' },
    ...{ phone, email: '', document: null },
  },
});

let hub: FakeBridge;
beforeEach(() => {
  hub = new FakeBridge();
  connect(hub);
  useSale.setState({ sale: saleOf(hold()) });
});
afterEach(() => {
  cleanup();
  useSale.setState({ sale: null });
});

function Shown() {
  const sale = useSale((state) => state.sale);
  return sale ? <PassengersPanel sale={sale} flightId={1} listed={false} onList={() => undefined} /> : null;
}
const sale = (): Sale => useSale.getState().sale as Sale;
const open = () => {
  render(<Shown />);
  return userEvent.setup();
};
const nameOf = (place: number) => screen.getByLabelText<HTMLInputElement>(place === 0 ? 'Name of adult 1' : 'Name of child 2').value;

test('a typed name offers the record, and one key takes name, birth date and contact', async () => {
  hub.gives('customers.find', { customers: [kept(7, 'Elena', '+1 212 555 0148')], more: false });
  const user = open();
  await user.click(screen.getByLabelText('Name of adult 1'));
  // At once: on a busy machine a hub is asked in the middle of a word that is typed.
  await user.paste('petrov');
  expect(await screen.findByRole('button', { name: /from the record of PETROV\/ELENA MS, born 17 May 1980/ })).toBeTruthy();
  expect(hub.inputsOf('customers.find')).toEqual([{ anyOf: [{ by: 'name', name: 'petrov' }], kept: true }]);
  fillFromRecord();
  await screen.findByText('from the record');
  expect(nameOf(0)).toBe('Petrov/Elena MS');
  expect(sale().contact).toBe('+1 212 555 0148');
  await user.type(screen.getByLabelText('Name of child 2'), 'petrov/kai');
  await user.type(screen.getByLabelText('Birth date of child 2'), '12MAR18');
  expect(namesOf(sale(), '2026-11-21')?.[0]).toMatchObject({ surname: 'Petrov', given: 'Elena', title: 'MS', birthDate: '1980-05-17' });
  expect(customersOf(sale())).toEqual({ customers: [{ place: 0, customerId: 7 }] });
});

test('once more takes the next of that name, with its contact', async () => {
  hub.gives('customers.find', { customers: [kept(7, 'Elena', '111 1111'), kept(8, 'Eva', '222 2222')], more: false });
  const user = open();
  await user.type(screen.getByLabelText('Name of adult 1'), 'petrov');
  expect(await screen.findByText('1 of 2')).toBeTruthy();
  fillFromRecord();
  fillFromRecord();
  await screen.findByDisplayValue('Petrov/Eva MS');
  expect(sale().contact).toBe('222 2222');
  expect(customersOf(sale())).toEqual({ customers: [{ place: 0, customerId: 8 }] });
});

test('a contact that was typed stays, and another name typed over the record lets the record go', async () => {
  hub.gives('customers.find', { customers: [kept(7, 'Elena', '111 1111')], more: false });
  const user = open();
  await user.type(screen.getByLabelText('Phone or e-mail'), '+44 20 7946 0000');
  await user.type(screen.getByLabelText('Name of adult 1'), 'petrov');
  await screen.findByRole('button', { name: /from the record/ });
  fillFromRecord();
  await screen.findByText('from the record');
  expect(sale().contact).toBe('+44 20 7946 0000');
  await user.type(screen.getByLabelText('Name of adult 1'), 'a');
  expect(customersOf(sale())).toEqual({});
});

test('a record is kept only for the passenger that asks: by the box, or by the key in the fields', async () => {
  const user = open();
  expect(customersOf(sale())).toEqual({});
  await user.click(screen.getByRole('checkbox', { name: 'Keep a record of Child 2' }));
  expect(customersOf(sale())).toEqual({ customers: [{ place: 1, customerId: null }] });
  screen.getByLabelText('Name of child 2').focus();
  toggleKeep();
  expect(customersOf(sale())).toEqual({});
});

test('one letter, and a customer who has gone, ask the hub nothing', async () => {
  vi.useFakeTimers();
  const key = sale().party[0]?.key ?? 0;
  lookForKept(key, 'p');
  await vi.advanceTimersByTimeAsync(1_000);
  lookForKept(key, 'petrov');
  useSale.setState({ sale: null });
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(hub.inputsOf('customers.find')).toEqual([]);
});
