import { hash } from 'node:crypto';
import type { CommandInput } from '../../../main/commands/registry.ts';
import { known, refused } from './expected.ts';
import type { Commands } from './model.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

export const FLASH_SALES: Commands = {
  'flashSale.begin'(model, { flightId, mode, seconds, seed }: CommandInput<'flashSale.begin'>, { now, actor }) {
    const flight = model.flight(flightId);
    if (flight.cancelled) throw refused('FLIGHT_CANCELLED', { flightId });
    if (flight.departs <= now) throw refused('FLIGHT_DEPARTED', { flightId });
    const { flashSales } = model.station;
    if (model.station.openSale(flightId)) throw refused('FLASH_OPEN', { flightId });
    const number = flashSales.length + 1;
    flashSales.push({
      ...{ number, flightId, mode, seconds, seed, openedAt: now, openedBy: actor.user },
      ...{ drawnAt: null, entrants: null, closedAt: null, closedBy: null },
    });
    model.met.push(`by ${mode}`);
    model.events.push(['flashSale.opened', null, { number, flightId, mode, seconds, seal: sha256(seed) }]);
    return { flightId, number };
  },
  'flashSale.draw'({ station, events, met }, { number, entrants }: CommandInput<'flashSale.draw'>, { now }) {
    const sale = station.flashSales[number - 1];
    if (!sale || sale.closedAt !== null || sale.drawnAt !== null) return { seed: null };
    sale.drawnAt = now;
    sale.entrants = JSON.stringify(entrants);
    met.push(entrants.length === 0 ? 'nobody takes part' : entrants.length === 1 ? 'one takes part' : 'some take part');
    const { flightId, seed } = sale;
    events.push(['flashSale.drawn', null, { number, flightId, seed, entrants: entrants.length, list: sha256(sale.entrants) }]);
    return { seed };
  },
  'flashSale.end'({ station, events, met }, { flightId }: CommandInput<'flashSale.end'>, { now, actor }) {
    const sale = known(station.openSale(flightId), 'FLASH_NOT_OPEN');
    sale.closedAt = now;
    sale.closedBy = actor.user;
    if (sale.mode === 'lot' && sale.drawnAt === null) met.push('before it was drawn');
    events.push(['flashSale.closed', null, { number: sale.number, flightId }]);
    return { flightId, number: sale.number };
  },
};
