import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { accept } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { sold } from '../support/samples.ts';
import { begin, counter, offerOf, offerShown, openChangeCounter, press, take } from './change-counter.tsx';

openChangeCounter();

/** Of a passenger who paid 100.00 and does not travel the rule keeps half, unless it is waived. */
async function offerPart(): Promise<void> {
  const legs = sold().legs.map((leg) => ({ ...leg, seats: leg.seats.slice(0, 1), others: [] }));
  const less = sold().total - legs.reduce((sum, { fare }) => sum + fare, 0);
  counter.hub.answers('bookings.changeQuote', ({ change, toVoucher, waiver }) => {
    const total = waiver ? -less : -less / 2;
    const to = [{ kind: toVoucher ? ('voucher' as const) : ('cash' as const), amount: -total, reference: '' }];
    return accept({
      ...{ ...offerOf(change), legs, total, to },
      ...(toVoucher ? { toVoucher } : {}),
      ...(waiver ? { waiver: { user: 'osei', reason: waiver } } : {}),
    });
  });
  await begin('{Shift>}x{/Shift}');
  (await screen.findAllByRole('button', { name: /travels$/ }))[0]?.focus();
  await press(`1${ACTED}{Enter}`);
  await offerShown(1);
}

const asked = () => counter.hub.inputsOf('bookings.changeQuote').map(({ toVoucher, waiver }) => ({ toVoucher, waiver }));

test('what goes back for a part goes to a new voucher by V, and back to what paid', async () => {
  await offerPart();
  await press(`v${ACTED}`);
  await screen.findByText('to a new voucher');
  await press(`v${ACTED}`);
  await screen.findByText('to cash');
  expect(asked()).toEqual([{}, { toVoucher: true }, {}]);
  expect(screen.queryByRole('form', { name: 'Waive the refund rule' }), 'an agent waives nothing').toBeNull();
});

test('the number of the voucher that was issued is told with what was done, because the customer takes it along', async () => {
  counter.hub.answers('bookings.change', () =>
    accept(sold({ version: 9, tenders: sold().tenders.map((tender) => ({ ...tender, refundVoucher: 'V7K2MQ9P' })) })),
  );
  await offerPart();
  await press(`v${ACTED}`);
  await screen.findByText('to a new voucher');
  await take(/^Cancel this part/);
  await screen.findByText(/to the voucher V7K2MQ9P/);
});

test('a supervisor waives the rule of a part with a reason, which had no place on the screen', async () => {
  openConsole(counter.hub, OSEI);
  await offerPart();
  const reason = await screen.findByLabelText('Waive the rule, because');
  reason.focus();
  await press('{Enter}');
  await screen.findByText('Why it is waived.');
  await press('a death in the family{Enter}');
  await screen.findByText('Waived by osei: a death in the family');
  await waitFor(() => expect(screen.queryByLabelText('Waive the rule, because')).toBeNull());
  expect(asked()).toEqual([{}, { waiver: 'a death in the family' }]);
  document.querySelector<HTMLElement>('.ch-kinds .on')?.focus();
  await take(/^Cancel this part/);
  expect(counter.hub.inputsOf('bookings.change').map(({ offerId }) => offerId)).toEqual([42]);
});
