import './unseated-row.css';
import type { Unseated } from '../../shared/methods/volunteers.ts';

/** As many as stand on two lines. The list below has all of them. */
const SHOWN_MAX = 6;

/** Under the cabin those who have no seat in it, in their order. */
export function UnseatedRow({ without }: { without: readonly Unseated[] }) {
  if (without.length === 0) return null;
  const shown = without.slice(0, SHOWN_MAX);
  const more = without.length - shown.length;
  return (
    <p className="ov-row">
      <span className="med bad">No seat yet</span>
      {shown.map(({ bookingId, passenger, name }, at) => (
        <span className="ov-man" key={`${bookingId} ${passenger}`}>
          <i>{at + 1}</i>
          <b className="med cut" title={name}>
            {name}
          </b>
        </span>
      ))}
      {more > 0 ? <span className="t2">and {more} more</span> : null}
    </p>
  );
}
