import type { ReactNode } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { goOn } from './ask-offer.ts';

interface ChoiceFormProps {
  booking: BookingView;
  /** Of its heading. */
  id: string;
  title: string;
  hint: string;
  children: ReactNode;
}

/** A choice that is typed: Enter in a field goes on to the offer. */
export function ChoiceForm({ booking, id, title, hint, children }: ChoiceFormProps) {
  return (
    <form
      className="ch-part ch-fields"
      aria-labelledby={id}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void goOn(booking);
      }}
    >
      <div className="panel-h">
        <h2 id={id}>{title}</h2>
        <span className="s12 t3">{hint}</span>
      </div>
      {children}
    </form>
  );
}
