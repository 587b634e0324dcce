import { openStore } from '../../main/store/open-store.ts';
import { keepDesk } from '../../main/store/tables/desk-names-table.ts';
import { addRefundPolicy } from '../../main/store/tables/refund-policies-table.ts';
import { writeSetting } from '../../main/store/tables/settings-table.ts';
import { instant } from '../../shared/instants.ts';
import { givePolicy } from '../main/support/publish-policy.ts';
import { FIXED_FLIGHT } from './model/policies.ts';
import { FEES, FIRST_FEES } from './model/refund-policies.ts';
import { AUTHORISED, FLIGHTS, MAP_OF, STAFF, START, VOUCHERS } from './world.ts';

const MESSAGE_SETTINGS = {
  mail: { host: 'mail.airline.example', port: 587, security: 'starttls', user: '', from: 'tickets@airline.example' },
  webhook: { address: 'https://airline.example/aisle', sms: true, push: true },
} as const;

/** Makes the store from which every run begins: by the real migrations, with the world's flights in it. */
export async function makeTemplateStore(file: string): Promise<void> {
  const { db } = await openStore({ file, mode: 'training', fresh: { storeId: 'simulation', locatorKey: 0x5eed, madeAt: START } });
  const flight = db.change(
    `INSERT INTO flights (id, carrier, number, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency,
       operating_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'USD', ?)`,
  );
  for (const { id, carrier, number, origin, destination, day, departs, arrives, equipment, fare } of FLIGHTS)
    await flight.run(id, carrier, number, origin, destination, day, departs, arrives, equipment, MAP_OF[equipment] ?? '', fare, day);
  await givePolicy(db, FIXED_FLIGHT, 'fixed');
  const counter = db.change('INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, ?, ?, 0, 0)');
  for (const { flight: id, cabin, authorised } of AUTHORISED) await counter.run(id, cabin, authorised);
  const voucher = db.change(
    `INSERT INTO vouchers (id, number, source, reason, currency, issued, balance, issued_at, valid_until) VALUES (?, ?, 'EARLIER', '', ?, ?, ?, ?, ?)`,
  );
  for (const { id, number, currency, issued, validUntil } of VOUCHERS)
    await voucher.run(id, number, currency, issued, issued, START, validUntil);
  await addRefundPolicy(db, { name: FEES, version: 1, ...FIRST_FEES, author: '', reason: 'From the beginning', addedAt: instant(START) });
  for (const { desk } of Object.values(STAFF)) await keepDesk(db, desk);
  await writeSetting(db, 'messages', MESSAGE_SETTINGS);
  await db.close();
}
