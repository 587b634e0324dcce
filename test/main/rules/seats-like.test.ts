import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnMap } from '../../../main/fleet/drawn-map.ts';
import { seatPlanOf } from '../../../main/reference/seat-plan-of.ts';
import { seatsLike } from '../../../main/rules/seats-like.ts';
import { seatLost } from '../../../main/rules/seats-lost.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';
import { draft320, rowsOf } from '../support/fleet-drafts.ts';

const SEED = 20_261_128;

/** A cabin of a few rows; some seats cannot be sold, some cost extra, some rows are exit rows. */
const cabins = fc
  .record({
    layout: fc.constantFrom('ABC DEF', 'AC DF', 'A CD', 'AC DEG HK'),
    rows: fc.array(fc.record({ exit: fc.boolean(), gone: fc.nat(7), marked: fc.constantFrom('8', '1', 'CH', 'L', 'B', '') }), {
      minLength: 2,
      maxLength: 6,
    }),
  })
  .map(({ layout, rows }): SeatMap => {
    const letters = layout.replaceAll(' ', '');
    const drawn = rows.flatMap(({ exit, gone, marked }, at) => {
      const letter = letters[gone % letters.length] ?? 'A';
      return rowsOf('Y', at + 1, at + 1, layout, { [at + 1]: { exit, ...(marked ? { seats: { [letter]: [marked] } } : {}) } });
    });
    return drawnMap(draft320({ rows: drawn, wing: { from: 1, to: 1 } }), 'own-0');
  });

const passengers = fc.record({
  type: fc.constantFrom('ADT' as const, 'ADT' as const, 'CHD' as const),
  infant: fc.boolean(),
  assistance: fc.boolean(),
});

test(`whoever loses a seat gets a free one of the cabin by the rules, or nobody of the party does (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      cabins,
      cabins,
      fc.array(passengers, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(99), { minLength: 5, maxLength: 40 }),
      (was, is, party, picks) => {
        const [before, after] = [seatPlanOf(was, false), seatPlanOf(is, false)];
        const all = before.seats.filter(({ sellable }) => sellable);
        const order = [...new Set(picks.map((pick) => all[pick % all.length]))].flatMap((seat) => seat ?? []);
        const sitting = order.slice(0, party.length);
        fc.pre(sitting.length === party.length);
        const others = new Set(order.slice(party.length).map(({ seat }) => seat));
        const lost = sitting.map(({ seat }) => seatLost(seat, 'Y', before, after));
        const lose = lost.flatMap((why, place) => (why ? [place] : []));
        fc.pre(lose.length > 0);
        const taken = new Set([...others, ...sitting.map(({ seat }) => seat)]);
        const free = after.seats.filter(({ seat }) => !taken.has(seat));
        const seats = sitting.map((seat, place) => (lost[place] ? seat : after.byName.get(seat.seat)));
        const given = seatsLike(free, { party, seats, lose }, 'whoHadOne');

        const agreed = lose.every(
          (place) => sitting[place]?.exit && party[place]?.type === 'ADT' && !party[place].infant && !party[place].assistance,
        );
        const charged = lose.every((place) => sitting[place]?.codes.includes('CH'));
        const plain = free.filter((seat) => seat.sellable && (!seat.exit || agreed) && (!seat.codes.includes('CH') || charged));
        if (!given) {
          expect(plain.length).toBeLessThan(lose.length);
          return;
        }
        for (const place of lose) expect(given.has(place)).toBe(true);
        const then = seats.map((seat, place) => given.get(place) ?? seat);
        expect(new Set(then.map((seat) => seat?.seat)).size).toBe(party.length);
        for (const [place, seat] of given) {
          const own = !lost[place] && sitting.some((one) => one.seat === seat.seat);
          const ofParty = seats.some((one, at) => !lost[at] && one?.seat === seat.seat);
          expect(free.includes(seat) || own || ofParty).toBe(true);
          expect(seat.sellable).toBe(true);
          if (seat.exit) expect(party[place]).toMatchObject({ type: 'ADT', infant: false, assistance: false });
          if (seat.exit) expect(sitting[place]?.exit).toBe(true);
          if (seat.codes.includes('CH')) expect(sitting[place]?.codes).toContain('CH');
        }
        // Nobody moves who does not lose a seat, unless a child would be alone.
        if (party.every(({ type }) => type === 'ADT')) expect([...given.keys()].sort()).toEqual(lose);
      },
    ),
    { seed: SEED, numRuns: 400 },
  );
});
