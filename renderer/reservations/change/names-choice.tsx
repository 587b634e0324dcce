import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { useSession } from '../../client/session-store.ts';
import { TextField } from '../../parts/text-field.tsx';
import { readName } from '../../sale/name-entry.ts';
import { type TypedName, useChange } from './change-store.ts';
import { ChoiceForm } from './choice-form.tsx';
import { entryOf, hostOf } from './wanted-change.ts';

const typeName = (place: number, change: Partial<TypedName>): void =>
  useChange.setState(({ names }) => ({
    ...{ offer: null, refusal: null, note: '' },
    names: names.map((typed, at) => (at === place ? { ...typed, ...change } : typed)),
  }));

/** Names as the passport spells them. An agent mends a spelling; another person needs a supervisor and a reason. */
export function NamesChoice({ booking }: { booking: BookingView }) {
  const names = useChange((state) => state.names);
  const reason = useChange((state) => state.reason);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  return (
    <ChoiceForm booking={booking} id="ch-names" title="Names" hint="SURNAME/GIVEN TITLE">
      {booking.passengers.map((passenger, place) => {
        const typed = names[place] ?? { name: '', host: '' };
        const read = readName(typed.name, typed.host);
        const changed = typed.name !== entryOf(passenger) || typed.host !== hostOf(passenger);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: passengers are their place in the booking
          <div key={place} className="ch-name">
            <TextField
              label={`Name of passenger ${place + 1}, ${passenger.type}`}
              value={typed.name}
              onChange={(name) => typeName(place, { name })}
              wrong={changed && !read.ok ? read.problem : undefined}
              hint={changed && read.ok ? `${passenger.name} becomes ${read.name.text || 'what the host form says'}` : undefined}
            />
            {read.ok && read.asksHost ? (
              <TextField
                label="Host form, in A to Z"
                value={typed.host}
                onChange={(host) => typeName(place, { host })}
                wrong={changed ? read.hostProblem || undefined : undefined}
              />
            ) : null}
          </div>
        );
      })}
      {supervisor ? (
        <TextField
          label="Reason for another person"
          value={reason}
          onChange={(text) => useChange.setState({ reason: text, offer: null, refusal: null })}
          placeholder="kept with the booking"
        />
      ) : (
        <p className="s12 t3">
          A few letters of a spelling, or a title. Another person&rsquo;s name is a supervisor&rsquo;s, with a reason.
        </p>
      )}
    </ChoiceForm>
  );
}
