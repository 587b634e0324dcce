import './find.css';
import { useEffect, useRef, useState } from 'react';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useKeyHelp } from '../stores/key-help-store.ts';
import { today } from '../stores/today.ts';
import { FindAnswer } from './find-answer.tsx';
import { lookAndOpen } from './look-and-open.ts';
import { FIND_KIND_WORDS, FIND_KINDS, type Find, type FindKind, findText, readFind } from './read-find.ts';
import { useReservations } from './reservations-store.ts';

const HINTS: Record<FindKind, string> = {
  any: 'K7QF2M, SMITH/J, AA 185 24NOV',
  locator: 'K7QF2M',
  name: 'SMITH/J',
  flight: 'AA 185 24NOV',
};
const WANTED: Record<FindKind, string> = {
  any: 'a locator of six signs, a name (SMITH/J), or a flight and date (AA 185 24NOV)',
  locator: 'six letters and digits',
  name: 'a surname, and if you like the beginning of the given name: SMITH/J',
  flight: 'a flight and its local date: AA 185 24NOV',
};
const sameFind = (a: Find | null | undefined, b: Find | null | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

function FindForm() {
  const { typed, kind, searching } = useReservations();
  const { type, choose } = useReservations.getState();
  const zone = useSession((state) => state.state?.home.zone ?? 'UTC');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async () => {
    const [first, ...others] = readFind(typed, kind, today(zone));
    setProblem(first ? '' : `Type ${WANTED[kind]}.`);
    if (first) await lookAndOpen(first, others);
  };
  return (
    <form
      className="rv-find"
      aria-label="Find bookings"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        // From the field down into what was found, without the Tab key.
        const row = event.key === 'ArrowDown' && event.target === field.current && document.querySelector('.rv-open[tabindex="0"]');
        if (!(row instanceof HTMLElement)) return;
        event.preventDefault();
        row.focus();
      }}
    >
      <SelectField
        label="Find by"
        className="rv-kind"
        choices={FIND_KINDS.map((value) => ({ value, text: FIND_KIND_WORDS[value] }))}
        value={kind}
        onChange={choose}
      />
      <TextField
        label={kind === 'any' ? 'Locator, name, or flight and date' : FIND_KIND_WORDS[kind]}
        value={typed}
        onChange={type}
        placeholder={HINTS[kind]}
        wrong={problem || undefined}
        inputRef={field}
      />
      <Button type="submit" variant="go" kbd="Enter" isDisabled={searching}>
        Find
      </Button>
    </form>
  );
}

const KEYS = [
  { keys: ['Enter'], does: 'find; in the list, open the booking' },
  { keys: ['\u2191', '\u2193'], does: 'walk the bookings found' },
] as const;

/** One line to find by, and what was found. */
export function FindPage({ find }: { find?: Find | undefined }) {
  const { refusal } = useReservations();
  useKeyHelp('Reservations', KEYS);
  useEffect(() => {
    const state = useReservations.getState();
    // Coming back from a booking shows the list as it was left. Another text is looked for.
    if (find && !sameFind(find, state.find)) {
      state.type(findText(find));
      void lookAndOpen(find);
    } else if (state.find && !state.refusal) {
      void state.look(state.find, state.otherwise);
    }
  }, [find]);
  useEffect(() => {
    const stopHearing = onHeard((heard) => {
      if (!('notice' in heard)) useReservations.getState().hear(heard);
    });
    const stopResync = onResync(() => {
      const state = useReservations.getState();
      if (state.find) void state.look(state.find, state.otherwise);
    });
    return () => {
      stopHearing();
      stopResync();
    };
  }, []);
  return (
    <>
      <div className="title">
        <h1>Reservations</h1>
      </div>
      <FindForm />
      {refusal && refusal.code !== 'BOOKING_UNKNOWN' && refusal.code !== 'LOCATOR_MISREAD' && <RefusalLine refusal={refusal} />}
      <FindAnswer />
    </>
  );
}
