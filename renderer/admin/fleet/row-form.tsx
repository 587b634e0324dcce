import { type FormEvent, useState } from 'react';
import { CABIN_NAMES, CABINS, type Cabin, type SeatMap } from '../../../shared/seat-map.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useDraft } from './draft-store.ts';

interface RowFormProps {
  map: SeatMap;
  /** First and last row, counted from 0. */
  from: number;
  to: number;
  onDone: () => void;
}

const LAYOUT_MAX = 20;
const only = <Value,>(values: readonly Value[]): Value | undefined => (new Set(values).size === 1 ? values[0] : undefined);

/** Number, cabin and layout of the rows in hand. What differs between them stays as it is unless something is typed. */
export function RowForm({ map, from, to, onDone }: RowFormProps) {
  const rows = map.rows.slice(from, to + 1);
  const first = rows[0]?.row ?? 1;
  const [number, setNumber] = useState(String(first));
  const [cabin, setCabin] = useState<Cabin | ''>(only(rows.map((row) => row.cabin)) ?? '');
  const [layout, setLayout] = useState(only(rows.map((row) => row.layout)) ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    useDraft.getState().edit({
      do: 'type',
      wish: {
        ...(/^\d{1,3}$/.test(number.trim()) ? { row: Number(number) } : {}),
        ...(cabin ? { cabin } : {}),
        ...(layout === '' ? {} : { layout }),
      },
    });
    if (useDraft.getState().draft?.editor.problem === null) onDone();
  };
  const choices = CABINS.map((each) => ({ value: each, text: each, more: CABIN_NAMES[each] }));
  return (
    <form className="mp-rowform" aria-label="Rows as typed" onSubmit={submit}>
      <TextField
        label="Layout, port to starboard"
        className="mp-layoutfield"
        value={layout}
        maxLength={LAYOUT_MAX}
        placeholder={layout === '' ? 'as they are' : ''}
        onChange={(typed) => setLayout(typed.toUpperCase())}
        autoFocus
      />
      <TextField label={rows.length > 1 ? 'From row' : 'Row'} value={number} maxLength={2} inputMode="numeric" onChange={setNumber} />
      <SelectField
        label="Cabin"
        value={cabin}
        choices={cabin ? choices : [{ value: '' as const, text: 'as they are' }, ...choices]}
        onChange={setCabin}
      />
      <Button type="submit" kbd="Enter">
        Set
      </Button>
    </form>
  );
}
