import { type FormEvent, useState } from 'react';
import { AUTHORISED_PERCENT_MAX } from '../../shared/bounds.ts';
import { saysWhy } from '../../shared/reason.ts';
import { Button } from '../parts/button.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { authorisedText, percentWords, readAuthorised, type ToAuthorise } from './read-authorised.ts';
import type { Advice } from './use-overbooking.ts';

interface EditAuthorisedProps {
  advice: Advice;
  saving: boolean;
  onSet: (next: ToAuthorise, reason: string) => Promise<void>;
  onBack: () => void;
}

/** Another number of authorised seats, or a percentage of the seats with what it comes to, and its reason. */
export function EditAuthorised({ advice, saving, onSet, onBack }: EditAuthorisedProps) {
  const [typed, setTyped] = useState(authorisedText(advice));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const next = readAuthorised(typed, advice);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (next !== undefined && saysWhy(reason)) void onSet(next, reason.trim());
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
        label="Seats or percent"
        value={typed}
        onChange={setTyped}
        maxLength={8}
        autoFocus
        hint={(next && percentWords(next, advice)) || `at most ${advice.most}`}
        wrong={tried && next === undefined ? `Type a number of seats, or up to ${AUTHORISED_PERCENT_MAX} %.` : undefined}
      />
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <div className="fl-row">
        <Button type="submit" variant="go" isPending={saving} kbd="Enter">
          Authorise {next?.seats ?? ''}
        </Button>
        <Button variant="quiet" onPress={onBack} kbd="Esc">
          Back
        </Button>
      </div>
    </form>
  );
}
