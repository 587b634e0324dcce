import './pay-later.css';
import { useState } from 'react';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import type { Sale } from '../sale/sale.ts';
import { focusStop, stopAfter } from '../sale/sale-fields.ts';
import { PayLaterDialog } from './pay-later-dialog.tsx';

/** Opens what keeps the hold until a date and hour. Names and contact come first, so that somebody can be found. */
export function PayLaterButton({ sale, booking }: { sale: Sale; booking: BookingView }) {
  const [asked, setAsked] = useState(false);
  const can = sale.busy === null && sale.outcome !== 'unknown';
  const ask = () => {
    const missing = stopAfter(sale, null);
    if (missing === 'amount') setAsked(true);
    else {
      focusStop(missing);
      announce('Names and contact first');
    }
  };
  useDeeds('flight', { T: can ? ask : undefined });
  return (
    <>
      <Button kbd="T" isDisabled={!can} onPress={ask}>
        {booking.payBy ? 'Other limit' : 'Pay later'}
      </Button>
      {asked ? <PayLaterDialog booking={booking} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
