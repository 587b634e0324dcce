import './oversale-cabins.css';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { showInstead } from '../stores/navigation-store.ts';
import type { OversaleRoom } from './oversale-store.ts';

type Shown = Pick<OversaleRoom, 'flightId' | 'cabin' | 'cabins'>;

/** The oversale of the cabin that stands so many places further on, after the last the first, if there is another. Esc still leads back to where the first was opened. */
export function otherCabin({ flightId, cabin, cabins }: Shown, by: 1 | -1): (() => void) | undefined {
  const at = cabins.findIndex((one) => one.cabin === cabin);
  const next = at < 0 ? cabins.at(by < 0 ? -1 : 0) : cabins[(at + by + cabins.length) % cabins.length];
  if (!next || next.cabin === cabin) return undefined;
  return () => showInstead({ name: 'flight', flightIds: [flightId], oversale: next.cabin });
}

/** The cabins of the flight, with how many have no seat in each; also one that another aircraft took away. Nothing where there is only this one. */
export function OversaleCabins({ room }: { room: Shown }) {
  const { flightId, cabin, cabins } = room;
  if (cabins.every((one) => one.cabin === cabin)) return null;
  return (
    <nav className="ov-cabins" aria-label="Cabins" {...LETTERS_ACT}>
      {cabins.map((one) => (
        <button
          type="button"
          key={one.cabin}
          className="ov-cabin"
          aria-current={one.cabin === cabin ? 'page' : undefined}
          onClick={() => showInstead({ name: 'flight', flightIds: [flightId], oversale: one.cabin })}
        >
          {CABIN_NAMES[one.cabin]}
          {one.unseated > 0 ? (
            <>
              {' '}
              <b className="bad">{one.unseated}</b>
              <span className="aside"> without a seat</span>
            </>
          ) : null}
        </button>
      ))}
      <KeyHint keys={['[', ']']}>cabin</KeyHint>
    </nav>
  );
}
