import { passengerCalled } from '../../shared/passengers.ts';
import { CheckBox } from '../parts/check-box.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { readName } from './name-entry.ts';
import type { Sale } from './sale.ts';
import { dispatch } from './sale-store.ts';

/** Whose record is to be kept, because they ask for it. Who was filled from a record has one. */
export function KeepRecords({ sale }: { sale: Sale }) {
  const without = sale.party.flatMap((passenger, index) => (passenger.customer === undefined ? [{ passenger, index }] : []));
  if (without.length === 0) return null;
  return (
    <fieldset className="keep-records">
      <legend className="aside">Keep a record of a passenger who asks for it</legend>
      <span className="s12 t3">Keep a record, if asked for:</span>
      {without.map(({ passenger, index }) => {
        const read = readName(passenger.name, passenger.host);
        const called = read.ok && read.name.given ? read.name.given : passengerCalled(passenger.type, index);
        return (
          <CheckBox
            key={passenger.key}
            isSelected={passenger.keep === true}
            onChange={(keep) => dispatch({ do: 'changePassenger', index, change: { keep } })}
            aria-label={`Keep a record of ${called}`}
          >
            <span className="cut">{called}</span>
          </CheckBox>
        );
      })}
      <KeyHint keys={['Shift', 'F10']}>keep</KeyHint>
    </fieldset>
  );
}
