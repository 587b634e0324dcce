import { expect, it } from 'vitest';
import { seededRandom } from '../../../main/seeded-random.ts';
import { forgetTaken } from '../../../main/store/known-taken.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import {
  claimForBlock,
  claimFreeSeat,
  claimSeat,
  claimSeatLater,
  giveUpBlockClaim,
  giveUpClaim,
  passClaimOn,
  type SeatClaim,
  seatsTakenNow,
  takenSeats,
} from '../../../main/store/tables/claims-table.ts';
import { migratedStore } from '../support/once/migrated-store.ts';

const SEATS = ['10A', '10B', '10C', '11A', '11B', '11C'];

it.each([1, 2, 3])(
  'seed %i: the taken seats that are kept are those that the claims say, whoever claims, blocks, passes on and gives up',
  async (seed) => {
    const db = new SqliteDatabase({ file: await migratedStore() });
    const random = seededRandom(seed);
    const owners = new Map<string, number>();
    for (let step = 1; step < 300; step++) {
      const flightId = 1 + random.below(2);
      const seat = random.pick(SEATS);
      const key = `${flightId} ${seat}`;
      const owner = owners.get(key);
      const claim: SeatClaim = { flightId, seat, kind: 'booking', bookingId: step, segment: 1, passenger: 1 };
      if (owner === undefined) {
        const how = random.below(4);
        if (how === 0) expect(await claimForBlock(db, flightId, seat)).toBe(true);
        else if (how === 1) expect(await claimSeat(db, claim)).toBe(true);
        else if (how === 2) await claimSeatLater(db, claim);
        else await claimFreeSeat(db, claim);
        owners.set(key, how === 0 ? 0 : step);
      } else if (random.below(3) === 0) {
        expect(await claimSeat(db, claim)).toBe(false);
        await expect(claimFreeSeat(db, claim)).rejects.toThrow('is claimed already');
        await expect(claimSeatLater(db, claim)).rejects.toThrow('1 rows were not taken');
      } else if (owner === 0) {
        await giveUpBlockClaim(db, flightId, seat);
        owners.delete(key);
      } else if (random.below(2) === 0) {
        await passClaimOn(db, { ...claim, bookingId: owner }, claim);
        owners.set(key, step);
      } else {
        await giveUpClaim(db, flightId, seat, owner);
        owners.delete(key);
      }
      if (random.below(40) === 0) forgetTaken(db);
      for (const flight of [1, 2]) expect(await seatsTakenNow(db, flight), `step ${step}`).toEqual(await takenSeats(db, flight, 0));
    }
    db.close();
  },
);
