import { type FormEvent, useRef, useState } from 'react';
import { saysWhy } from '../../shared/reason.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { TAIL } from '../../shared/tail.ts';
import { countText } from '../format/count-text.ts';
import { equipmentProblem } from '../format/equipment-problem.ts';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { toast } from '../parts/toast.tsx';
import { KILOGRAMS_WRONG, readKilograms } from '../seats/weight-words.ts';
import { type ListedAircraft, useAircraft } from './aircraft-store.ts';

interface AircraftEntryProps {
  /** Null: one is added. */
  edited: ListedAircraft | null;
  onDone: () => void;
}

/** Adds an aircraft, or corrects one. */
export function AircraftEntry({ edited, onDone }: AircraftEntryProps) {
  const blank = { tail: edited?.tail ?? '', equipment: edited?.equipment ?? '', seatMap: edited?.seatMap ?? '' };
  const [entry, setEntry] = useState({
    ...blank,
    limit: edited?.weightLimit ? countText(edited.weightLimit) : '',
    retired: edited?.retired ?? false,
  });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const first = useRef<HTMLInputElement>(null);
  const weightLimit = readKilograms(entry.limit);
  const tailWrong = TAIL.test(entry.tail) ? undefined : '2 to 10 letters, digits or -.';
  const typeWrong = equipmentProblem(entry.equipment);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(undefined);
    // A second Enter after one was added finds nothing typed, and is no wish to add another.
    if (!edited && !entry.tail && !entry.equipment && !reason) return;
    setTried(true);
    if (tailWrong || typeWrong || weightLimit === undefined || !saysWhy(reason) || sending) return;
    setSending(true);
    const { tail, equipment, seatMap, retired } = entry;
    const refused = await useAircraft
      .getState()
      .put({ tail, equipment, seatMap: seatMap.trim() || null, weightLimit, retired, reason: reason.trim() });
    setSending(false);
    setRefusal(refused);
    if (refused) return;
    toast(`${tail} is ${edited ? 'corrected' : 'added'}.`);
    setReason('');
    setTried(false);
    setEntry({ tail: '', equipment: '', seatMap: '', limit: '', retired: false });
    // The next one begins with its registration.
    first.current?.focus();
    onDone();
  };
  const told = (problem: string | undefined) => (tried && !refusal ? problem : undefined);
  return (
    <form className="ad-form" aria-labelledby="ad-newaircraft" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-newaircraft">{edited ? `Correct ${edited.tail}` : 'Add aircraft'}</h2>
      </div>
      <TextField
        label="Registration"
        placeholder="N123AA"
        value={entry.tail}
        maxLength={10}
        isDisabled={edited !== null}
        inputRef={first}
        wrong={told(tailWrong)}
        onChange={(tail) => setEntry({ ...entry, tail: tail.toUpperCase() })}
      />
      <TextField
        label="Type"
        placeholder="73H"
        hint="the code that schedules say"
        value={entry.equipment}
        maxLength={3}
        autoFocus={edited !== null}
        wrong={told(typeWrong)}
        onChange={(equipment) => setEntry({ ...entry, equipment: equipment.toUpperCase() })}
      />
      <TextField
        label="Seat map"
        placeholder="any of its type"
        value={entry.seatMap}
        maxLength={80}
        onChange={(seatMap) => setEntry({ ...entry, seatMap })}
      />
      <TextField
        label="Weight limit"
        placeholder="seats alone"
        hint="kg of passengers and baggage"
        value={entry.limit}
        maxLength={8}
        wrong={told(weightLimit === undefined ? KILOGRAMS_WRONG : undefined)}
        onChange={(limit) => setEntry({ ...entry, limit })}
      />
      {edited ? (
        <CheckBox isSelected={entry.retired} onChange={(retired) => setEntry({ ...entry, retired })}>
          Retired: it gets no more flights
        </CheckBox>
      ) : null}
      <ReasonField value={reason} tried={tried && !refusal} onChange={setReason} />
      {refusal && <RefusalLine refusal={refusal} />}
      <div className="ad-deeds">
        <Button type="submit" variant="go" isPending={sending}>
          {edited ? 'Correct' : 'Add aircraft'}
        </Button>
        {edited ? (
          <Button variant="quiet" onPress={onDone}>
            Leave it as it is
          </Button>
        ) : null}
      </div>
    </form>
  );
}
