import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { PassengersPanel } from '../../../renderer/sale/passengers-panel.tsx';
import { namesOf } from '../../../renderer/sale/sale.ts';
import { goToStop } from '../../../renderer/sale/sale-fields.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold } from '../support/samples.ts';

afterEach(() => {
  cleanup();
  useSale.setState({ sale: null });
});

function Shown() {
  const sale = useSale((state) => state.sale);
  return sale ? <PassengersPanel sale={sale} flightId={1} listed={false} onList={() => undefined} /> : null;
}

/** The held party of an adult and a child, whose names are typed now. */
function open() {
  connect(new FakeBridge());
  useSale.setState({ sale: saleOf(hold()) });
  render(<Shown />);
  return userEvent.setup();
}

const names = () => {
  const { sale } = useSale.getState();
  return sale && namesOf(sale, '2026-11-21');
};

test('a name in another script opens a second field for its form in A to Z, and both are sent', async () => {
  const user = open();
  expect(screen.queryByLabelText('Name of adult 1 in A to Z')).toBeNull();
  await user.type(screen.getByLabelText('Name of adult 1'), '李/小龙');
  await user.type(screen.getByLabelText('Name of child 2'), 'li/jun');
  await user.type(screen.getByLabelText('Birth date of child 2'), '12MAR18');
  expect(names()).toBeUndefined();
  await user.type(screen.getByLabelText('Name of adult 1'), '{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Name of adult 1 in A to Z'));
  await user.keyboard('li/xiaolong mr');
  expect(names()).toMatchObject([
    { surname: '李', given: '小龙', title: 'MR', host: { surname: 'LI', given: 'XIAOLONG' } },
    { surname: 'Li', given: 'Jun' },
  ]);
});

test('a name that lists write otherwise than it was typed says so under its field', async () => {
  const user = open();
  await user.type(screen.getByLabelText('Name of adult 1'), 'o/cedric2 mr');
  expect(screen.getByText('OO/CEDRIC MR, without 2')).toBeTruthy();
});

test('a single name says the form that works instead of asking for a second name', async () => {
  const user = open();
  await user.type(screen.getByLabelText('Name of adult 1'), 'suharto');
  await user.tab();
  expect(screen.getByText('A / stands between surname and given name. A single name: SUHARTO/FNU')).toBeTruthy();
});

test('the second Enter of who held the seats left the first name out, and the name typed next was of another passenger: it stays', async () => {
  const user = open();
  const name = screen.getByLabelText('Name of adult 1');
  await act(async () => goToStop('name-0'));
  await user.keyboard('{Enter}petrov/elena');
  expect(document.activeElement).toBe(name);
  // Within the same moment a name that was typed leads on.
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Name of child 2'));
});
