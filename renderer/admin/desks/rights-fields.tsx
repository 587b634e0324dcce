import type { SystemRights } from '../../../shared/system-rights.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';

const CALLS = [
  { value: 'nothing', text: 'Nothing', more: 'calls no method' },
  { value: 'reads', text: 'Reads', more: 'searches and looks up bookings' },
  { value: 'sells', text: 'Sells', more: 'reads, holds, sells, changes' },
  { value: 'supervises', text: 'Supervises', more: 'sells, imports, sets prices' },
] as const;
const FEEDS = [
  { value: 'no', text: 'No' },
  { value: 'yes', text: 'Yes', more: 'reads every change as a feed' },
] as const;

/** What is typed of the rights of a system: the number of calls as text. */
export interface TypedRights extends Omit<SystemRights, 'callsPerSecond'> {
  readonly callsPerSecond: string;
}

export const typedRights = (rights: SystemRights): TypedRights => ({ ...rights, callsPerSecond: String(rights.callsPerSecond) });

interface RightsFieldsProps {
  readonly rights: TypedRights;
  /** What is wrong with the number of calls. */
  readonly wrong: string | undefined;
  readonly onChange: (rights: TypedRights) => void;
  readonly autoFocus?: boolean;
}

/** What another program may do, and how often. */
export function RightsFields({ rights, wrong, onChange, autoFocus = false }: RightsFieldsProps) {
  return (
    <>
      <div className="ad-pair">
        <SelectField
          {...{ autoFocus }}
          label="May call"
          choices={CALLS}
          value={rights.calls}
          onChange={(calls) => onChange({ ...rights, calls })}
        />
        <SelectField
          label="Journal"
          choices={FEEDS}
          value={rights.feeds ? 'yes' : 'no'}
          onChange={(feeds) => onChange({ ...rights, feeds: feeds === 'yes' })}
        />
      </div>
      <TextField
        label="Calls a second"
        inputMode="numeric"
        value={rights.callsPerSecond}
        wrong={wrong}
        onChange={(callsPerSecond) => onChange({ ...rights, callsPerSecond })}
      />
    </>
  );
}
