import { useEffect, useRef, useState } from 'react';
import { useSession } from '../client/session-store.ts';
import { FIND_EXAMPLES, readFind } from '../format/read-find.ts';
import { FIRST } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { today } from '../stores/today.ts';
import { lookAndOpen } from './look-and-open.ts';
import { useReservations } from './reservations-store.ts';
import { useLastLocator } from './use-last-locator.ts';

/** Within this time after an answer, Enter is the second press of a hurried hand. */
const JUST_ANSWERED_MS = 1_000;

const firstRow = (): HTMLElement | null => document.querySelector<HTMLElement>('.rv-open[tabindex="0"], .rv-candidates button');

/**
 * Whether Enter must not look again: the same text is being looked for or has been found. Enter then goes to what was found, and the next one
 * opens it. What was not found a while ago may be there now, so it is looked for again.
 */
function isAnswered(text: string): boolean {
  const { asked, searching, answeredAt, found, misread } = useReservations.getState();
  if (asked?.text !== text) return false;
  if (searching) return true;
  if (answeredAt === null) return false;
  return found.length + misread.length > 0 || Date.now() - answeredAt < JUST_ANSWERED_MS;
}

/** One field for whatever is known of a booking. */
export function FindForm() {
  const { typed, searching } = useReservations();
  const { type } = useReservations.getState();
  const zone = useSession((state) => state.state?.home.zone ?? 'UTC');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lastLocator = useLastLocator();
  useEffect(() => field.current?.focus(), []);
  const submit = async () => {
    const text = typed.trim();
    if (isAnswered(text)) {
      firstRow()?.focus();
      return;
    }
    const anyOf = readFind(text, today(zone));
    setProblem(anyOf.length > 0 ? '' : `Type ${FIND_EXAMPLES}.`);
    if (anyOf.length > 0) await lookAndOpen({ text, anyOf });
  };
  return (
    <form
      className="rv-find"
      {...FIRST}
      aria-label="Find bookings"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        // From the field down into what was found, without the Tab key.
        const row = event.key === 'ArrowDown' && event.target === field.current && firstRow();
        if (!row) return;
        event.preventDefault();
        row.focus();
      }}
    >
      <TextField
        label="Locator, name, flight, phone or e-mail"
        value={typed}
        onChange={(text) => {
          type(text);
          setProblem('');
        }}
        placeholder={lastLocator === '' ? 'SURNAME/GIVEN' : `${lastLocator}, SURNAME/GIVEN`}
        wrong={problem || undefined}
        inputRef={field}
      />
      <Button type="submit" variant="go" kbd="Enter" isDisabled={searching}>
        Find
      </Button>
    </form>
  );
}
