import { useEffect, useRef, useState } from 'react';
import { FOUND_ONLY, type FoundOnly } from '../../shared/methods/bookings.ts';
import { useSession } from '../client/session-store.ts';
import { FOUND_ONLY_WORDS } from '../format/found-only-words.ts';
import { readAsked } from '../format/read-asked.ts';
import { FIND_EXAMPLES } from '../format/read-find.ts';
import { FIRST } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { today } from '../stores/today.ts';
import { lookAndOpen } from './look-and-open.ts';
import { useReservations } from './reservations-store.ts';
import { useLastLocator } from './use-last-locator.ts';

/** Within this time after an answer, Enter is the second press of a hurried hand. */
const JUST_ANSWERED_MS = 1_000;

const firstRow = (): HTMLElement | null => document.querySelector<HTMLElement>('.row-open[tabindex="0"], .rv-candidates button');

/**
 * Whether Enter must not look again: the same text is being looked for or has been found. Enter then goes to what was found, and the next one
 * opens it. What was not found a while ago may be there now, so it is looked for again.
 */
function isAnswered(text: string, only: FoundOnly | undefined): boolean {
  const { asked, searching, answeredAt, found, misread } = useReservations.getState();
  if (asked?.text !== text || asked.only !== only) return false;
  if (searching) return true;
  if (answeredAt === null) return false;
  return found.length + misread.length > 0 || Date.now() - answeredAt < JUST_ANSWERED_MS;
}

const WHICH = [
  { value: 'ALL', text: 'All' },
  ...FOUND_ONLY.map((value) => ({
    value,
    text: `${FOUND_ONLY_WORDS[value].slice(0, 1).toUpperCase()}${FOUND_ONLY_WORDS[value].slice(1)}`,
  })),
] as const;

/** One field for whatever is known of a booking, and which of those that are found are shown. */
export function FindForm() {
  const { typed, which } = useReservations();
  const { type, choose } = useReservations.getState();
  const zone = useSession((state) => state.state?.home.zone ?? 'UTC');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lastLocator = useLastLocator();
  useEffect(() => field.current?.focus(), []);
  const submit = async (chosen = which) => {
    const text = typed.trim();
    const read = text === '' && chosen !== 'ALL' ? { anyOf: [] } : readAsked(text, today(zone));
    const only = read?.only ?? (chosen === 'ALL' ? undefined : chosen);
    if (isAnswered(text, only)) {
      firstRow()?.focus();
      return;
    }
    setProblem(read ? '' : `Type ${FIND_EXAMPLES}.`);
    if (read) await lookAndOpen({ text, anyOf: read.anyOf, ...(only ? { only, chosen: read.only === undefined } : {}) });
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
      <SelectField
        label="Which"
        value={which}
        choices={WHICH}
        onChange={(chosen) => {
          choose(chosen);
          if (typed.trim() !== '' || chosen !== 'ALL') void submit(chosen);
        }}
      />
      {/* Never disabled: Enter does nothing in a form whose button is, and a look that renews a list must not swallow the next text. */}
      <Button type="submit" variant="go" kbd="Enter">
        Find
      </Button>
    </form>
  );
}
