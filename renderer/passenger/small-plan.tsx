import type { PassengerView } from '../../shared/methods/passenger.ts';

/** From seat to seat, and the seat itself; an aisle is as wide as a seat. */
const STEP = 10;
const SEAT = 8;
/** Room for the numbers of the rows in which the party sits. */
const NUMBERS = 14;

/** The cabin with the seats of the party in it, nose to the left. Who cannot see it reads the seats beside the names. */
export function SmallPlan({
  plan,
  seats,
  label,
}: {
  plan: NonNullable<PassengerView['plan']>;
  seats: readonly (string | null)[];
  label: string;
}) {
  const across = Math.max(1, ...plan.rows.map(({ layout }) => layout.length));
  const taken = new Set(seats);
  return (
    <figure className="plan">
      <svg viewBox={`0 ${-NUMBERS} ${plan.rows.length * STEP} ${across * STEP + NUMBERS}`} role="img" aria-label={label}>
        {plan.rows.map(({ row, layout }, at) =>
          [...layout].some((letter) => taken.has(`${row}${letter}`)) ? (
            <text key={row} x={at * STEP + STEP / 2} y={-NUMBERS / 3} textAnchor="middle">
              {row}
            </text>
          ) : null,
        )}
        {plan.rows.flatMap(({ row, layout }, at) =>
          [...layout].flatMap((letter, place) => {
            if (letter === ' ') return [];
            const seat = `${row}${letter}`;
            const own = taken.has(seat);
            // The left side of the aircraft is below when its nose is to the left.
            const y = (across - 1 - place) * STEP + 1;
            return [<rect key={seat} className={own ? 'own' : 'other'} x={at * STEP + 1} y={y} width={SEAT} height={SEAT} rx="2" />];
          }),
        )}
      </svg>
    </figure>
  );
}
