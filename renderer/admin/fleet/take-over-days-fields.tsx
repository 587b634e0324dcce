import { TextField } from '../../parts/text-field.tsx';
import { takeOverDays } from './take-over-days.ts';
import { useTakeOver } from './take-over-store.ts';

/** From when and until when the map flies, in the head of the map. */
export function TakeOverDaysFields() {
  const typed = useTakeOver((now) => now.typed);
  const { type } = useTakeOver.getState();
  const days = takeOverDays(typed);
  const wrong = 'from' in days ? {} : days;
  return (
    <span className="mp-days">
      <span aria-hidden="true">takes over from</span>
      <TextField
        aria-label="Takes over from"
        value={typed.from}
        placeholder="tomorrow"
        wrong={wrong.wrongFrom}
        onChange={(from) => type({ from })}
      />
      <span aria-hidden="true">until</span>
      <TextField
        aria-label="Flies until"
        value={typed.until}
        placeholder="for good"
        wrong={wrong.wrongUntil}
        onChange={(until) => type({ until })}
      />
    </span>
  );
}
