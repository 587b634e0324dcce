import type { Input } from '../../../shared/contract.ts';
import { designator } from '../../../shared/flight-designator.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { OwnMaps } from '../../fleet/own-maps.ts';
import type { ByHand } from '../../store/by-hand.ts';
import type { Value } from '../../store/database.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import { pushFlight } from '../../store/tables/scheduled-flight.ts';
import type { ImportPreview } from '../import-job.ts';
import type { ImportStore } from '../import-store.ts';
import { pushCodeshares } from '../push-codeshares.ts';
import type { HandMoment, HandPlan, Planned } from './hand-plan.ts';
import { planAircraft } from './plan-aircraft.ts';
import { planCancel, planFlyAgain } from './plan-cancel.ts';
import { planNewFlight } from './plan-new-flight.ts';
import { planRetime } from './plan-retime.ts';

type Asked = Input<'schedule.byHand'>;

/**
 * A change by hand is a staged import of one flight: of what it adds or changes, and of what its number still flies on a day for which it cancels. So it is
 * previewed, applied and told as a file is. Nothing is changed here; after a refusal nothing is left.
 */
export async function previewByHand(
  store: ImportStore,
  importId: string,
  { change, reason }: Asked,
  moment: Omit<HandMoment, 'ownMaps'>,
): Promise<Reply<ImportPreview>> {
  const planned = await plan(store, change, { ...moment, ownMaps: new OwnMaps(await store.ownTurns()) });
  if (!planned.ok) return planned;
  const reply = await stageAndCompare(store, importId, planned.value, reason);
  if (!reply.ok) await store.discard(importId);
  return reply;
}

async function plan({ look }: ImportStore, change: Asked['change'], moment: HandMoment): Promise<Planned> {
  if (change.kind === 'schedule') {
    const { carrier, number, suffix, from, to } = change;
    const found = await look('schedule.legs', { carrier, number, suffix, from, to });
    return found.ok ? planNewFlight(change, found.value.legs, moment) : found;
  }
  const found = await look('schedule.run', { flightId: change.flightId });
  if (!found.ok) return found;
  const { leg, run, legs } = found.value;
  const details = { flightId: leg.id, flight: flightName(leg) };
  if (leg.cancelled === 1 && change.kind !== 'flyAgain') return refuse('FLIGHT_CANCELLED', details);
  if (leg.departs_at <= moment.now) return refuse('FLIGHT_DEPARTED', details);
  if (change.kind === 'retime') return planRetime(change, leg, run, moment);
  if (change.kind === 'cancel') return planCancel(change, leg, run, legs, moment);
  return change.kind === 'flyAgain' ? planFlyAgain(leg, run) : planAircraft(change, leg, run, moment);
}

async function stageAndCompare(
  store: ImportStore,
  importId: string,
  { flights, scopes, through, soldAs = [], attention, change }: HandPlan,
  reason: string,
): Promise<Reply<ImportPreview>> {
  const values: Value[] = [];
  const codeshares: Value[] = [];
  for (const flight of flights) {
    pushFlight(values, flight);
    pushCodeshares(codeshares, flight, { told: 'operating', others: soldAs });
  }
  const part = await store.stage({ importId, values, codeshares, keptNumbers: [] });
  if (!part.ok) return part;
  const staged = { importId, legs: flights.length, flights: flights.length, refused: 0, scopes, through };
  const byHand: ByHand = { ...change, reason };
  const stands = await store.look('schedule.checkByHand', { staged, byHand });
  if (!stands.ok) return stands;
  const compared = await store.look('schedule.compare', staged);
  if (!compared.ok) return compared;
  const { counts, generation, summary, touched, attention: ofStore } = compared.value;
  const flight = designator(change.carrier, change.number, change.suffix);
  const of = `${flight} of ${dateOfDay(change.fromDay)}`;
  return accept({
    preview: {
      ...{ importId, name: `${of}: ${change.said}`, format: 'hand', counts, summary, touched },
      ...{ attention: [...attention, ...ofStore], problems: [], problemsMore: 0 },
    },
    apply: { ...staged, name: `${of}, by hand`, generation, counts, byHand },
  });
}
