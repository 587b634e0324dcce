import { expect, test } from 'vitest';
import { redrawn320, without } from '../../support/fleet-drafts.ts';
import { openFleetHub } from '../../support/fleet-hub.ts';
import { ANA, MERCY, value } from '../../support/test-hub.ts';

test('who was sold and gets another seat has a message with the seat; who keeps a seat or holds one has none', async () => {
  const { hub, addFlight, sell, held, fly, requestId } = await openFleetHub();
  const webhook = { address: 'http://127.0.0.1/', sms: true, push: false };
  const flight = await addFlight();
  const moved = await sell(flight.id, ['25F']);
  const stays = await sell(flight.id, ['24F']);
  const { bookingId: holds } = await held(flight.id, ['25C']);
  value(await hub.change('messages.configure', { mail: null, webhook }, MERCY, requestId()));
  await fly(redrawn320(without('25C', '25F')));
  const kinds = async (bookingId: number) =>
    value(await hub.ask('messages.ofBooking', { bookingId }, ANA)).messages.map(({ messageId, kind }) => ({ messageId, kind }));
  const [told, ...more] = await kinds(moved.bookingId);
  expect([told?.kind, more]).toEqual(['changed', []]);
  expect(await kinds(stays.bookingId)).toEqual([]);
  expect(await kinds(holds)).toEqual([]);
  const content = value(await hub.look('messages.content', { messageId: told?.messageId ?? 0 }));
  expect(content).toMatchObject({ legs: [{ seats: ['26F'] }], reseated: [content.legs[0]?.segment] });
});
