import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { MESSAGE_LANGUAGE_WORDS } from '../../../shared/message-kinds.ts';
import type { MessageWishes } from '../../../shared/methods/messages.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { MessageWishesFields } from '../../parts/message-wishes-fields.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useBookingMessages } from './booking-messages-store.ts';

const WAITS = new Set(['waits', 'failed', 'dead']);

const same = (one: MessageWishes, other: MessageWishes): boolean => one.language === other.language && one.optedOut === other.optedOut;

/** The language of the next messages, or none. What is chosen counts once it is kept, because messages that are stopped do not come back. */
export function WishesForm({ locator, told }: { locator: string; told: Output<'messages.ofBooking'> }) {
  const [draft, setDraft] = useState<MessageWishes | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [keeping, setKeeping] = useState(false);
  const wishes = draft ?? told.wishes;
  const changed = !same(wishes, told.wishes);
  const waiting = told.messages.filter(({ standing }) => WAITS.has(standing)).length;
  const keep = async () => {
    if (keeping || !changed) return;
    setKeeping(true);
    const refused = await useBookingMessages.getState().wish(wishes);
    setKeeping(false);
    setRefusal(refused);
    if (refused) return;
    setDraft(null);
    announce(wishes.optedOut ? `${locator} gets no messages` : `${locator} gets messages in ${MESSAGE_LANGUAGE_WORDS[wishes.language]}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep();
  };
  // On the way down, because a field keeps Enter for itself.
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    void keep();
  };
  return (
    <form className="bm-form" aria-label="Wishes" onSubmit={submit} onKeyDownCapture={press}>
      <MessageWishesFields wishes={wishes} autoFocus onChange={setDraft} />
      <Button type="submit" variant="go" kbd="Ctrl Enter" isDisabled={!changed} isPending={keeping}>
        Keep
      </Button>
      <p className="t2 s12">{hintOf(wishes, told.wishes, waiting)}</p>
      <RefusalLine refusal={refusal} />
    </form>
  );
}

function hintOf(wishes: MessageWishes, kept: MessageWishes, waiting: number): string {
  if (wishes.optedOut && !kept.optedOut && waiting > 0)
    return `${waiting === 1 ? 'One message that is' : `${waiting} messages that are`} not sent yet will be stopped for good.`;
  if (wishes.optedOut) return 'The passengers are told nothing of this booking.';
  return `The next messages are in ${MESSAGE_LANGUAGE_WORDS[wishes.language]}.`;
}
