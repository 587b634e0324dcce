import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Advice } from './use-overbooking.ts';

interface EditAuthorisedProps {
  advice: Advice;
  saving: boolean;
  onSet: (seats: number, reason: string) => Promise<void>;
  onBack: () => void;
}

/** Another number of authorised seats, with its reason. */
export function EditAuthorised({ advice, saving, onSet, onBack }: EditAuthorisedProps) {
  const [seats, setSeats] = useState(String(advice.authorised));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const number = /^\d{1,4}$/.test(seats.trim()) ? Number(seats) : undefined;
  const wrongReason = reason.trim().length < 3 ? 'Say why, in three letters or more.' : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (number !== undefined && !wrongReason) void onSet(number, reason.trim());
  };
  return (
    <form
      className="fl-edit"
      aria-label="Authorised seats"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      <TextField
        label={`Seats, at most ${advice.most}`}
        value={seats}
        onChange={setSeats}
        autoFocus
        wrong={tried && number === undefined ? 'Type a number of seats.' : undefined}
      />
      <TextField label="Reason" value={reason} onChange={setReason} maxLength={200} wrong={tried ? wrongReason : undefined} />
      <div className="fl-row">
        <Button type="submit" variant="go" isPending={saving} kbd="Enter">
          Authorise {number ?? ''}
        </Button>
        <Button variant="quiet" onPress={onBack} kbd="Esc">
          Back
        </Button>
      </div>
    </form>
  );
}
