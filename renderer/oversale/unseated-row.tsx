import type { Unseated } from '../../shared/methods/volunteers.ts';

/** Under the cabin those who have no seat in it, in their order. */
export function UnseatedRow({ without }: { without: readonly Unseated[] }) {
  if (without.length === 0) return null;
  return (
    <p className="ov-row">
      <span className="med bad">No seat yet</span>
      {without.map(({ bookingId, passenger, name }, at) => (
        <span className="ov-man" key={`${bookingId} ${passenger}`}>
          <i>{at + 1}</i>
          <b className="med">{name}</b>
        </span>
      ))}
    </p>
  );
}
