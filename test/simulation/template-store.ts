import { openStore } from '../../main/store/open-store.ts';
import { AUTHORISED, FLIGHTS, MAP_OF, START, VOUCHERS } from './world.ts';

/** Makes the store from which every run begins: by the real migrations, with the world's flights in it. */
export async function makeTemplateStore(file: string): Promise<void> {
  const { db } = await openStore({ file, mode: 'training', fresh: { storeId: 'simulation', locatorKey: 0x5eed, madeAt: START } });
  const flight = db.change(
    `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency, strategy)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'USD', ?)`,
  );
  for (const { id, carrier, number, origin, destination, day, departs, arrives, equipment, fare, strategy } of FLIGHTS)
    await flight.run(id, carrier, number, origin, destination, day, departs, arrives, equipment, MAP_OF[equipment] ?? '', fare, strategy);
  const counter = db.change('INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, 0, 0)');
  for (const { flight: id, cabin, authorised } of AUTHORISED) await counter.run(id, cabin, authorised);
  const voucher = db.change(
    `INSERT INTO vouchers (id, number, source, reason, currency, issued, balance, issued_at, valid_until) VALUES (?, ?, 'EARLIER', '', ?, ?, ?, ?, ?)`,
  );
  for (const { id, number, currency, issued, validUntil } of VOUCHERS)
    await voucher.run(id, number, currency, issued, issued, START, validUntil);
  await db.close();
}
