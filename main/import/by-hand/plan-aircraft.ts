import { countsText } from '../../../shared/configuration.ts';
import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import { readConfiguration } from '../../../shared/read-configuration.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { staysOnBoard } from '../../rules/through-flight.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import { configurationSaid } from '../configuration-said.ts';
import { aboutLeg, filedLeg } from './filed-leg.ts';
import type { HandMoment, Planned } from './hand-plan.ts';
import { routeWords } from './leg-words.ts';

interface Told {
  readonly equipment: string;
  readonly configuration: string;
}

/** The map by which an aircraft is sold, by the same choice as for a file, apart from maps of the airline's own. */
export function planOf({ equipment, configuration }: Told, reference: HandMoment['reference']): SeatPlan | Refused {
  const plan = reference.seatPlanFor(equipment, readConfiguration(configuration));
  if (plan) return plan;
  return reference.seatPlanFor(equipment)
    ? refuse('CONFIGURATION_TOO_LARGE', { configuration })
    : refuse('EQUIPMENT_UNKNOWN', { equipment });
}

/** Another aircraft for a leg. What becomes of the seats that were sold is what an import does with them. */
export function planAircraft(
  { equipment, configuration }: Extract<HandChange, { kind: 'aircraft' }>,
  leg: ScheduledLeg,
  run: readonly ScheduledLeg[],
  { reference, ownMaps }: HandMoment,
): Planned {
  const plan = planOf({ equipment, configuration }, reference);
  if ('ok' in plan) return plan;
  const said = { carrier: leg.carrier, equipment, configuration: configurationSaid(configuration) };
  const seatMap = ownMaps.of(said, leg.service_day) ?? plan.map.id;
  if (leg.equipment === equipment && leg.seat_map === seatMap) return refuse('HAND_SAME', { flight: flightName(leg) });
  const after = { ...leg, equipment, seat_map: seatMap };
  const apart = run.filter(
    (other) =>
      other.id !== leg.id &&
      other.cancelled === 0 &&
      ((staysOnBoard(leg, other) && !staysOnBoard(after, other)) || (staysOnBoard(other, leg) && !staysOnBoard(other, after))),
  );
  const counts = (id: string): string => countsText(reference.seatPlan(id)?.capacity ?? {});
  const words = `${equipment} with ${counts(seatMap)} instead of ${leg.equipment} with ${counts(leg.seat_map)}`;
  return accept({
    ...{ flights: [{ ...filedLeg(leg), equipment, seatMap }], scopes: [], through: [] },
    attention: apart.map(
      (other) => `Passengers no longer stay on board between ${routeWords(leg)} and ${routeWords(other)}: the aircraft differ`,
    ),
    change: { ...aboutLeg(leg), kind: 'aircraft', said: `${routeWords(leg)} flies ${words}` },
  });
}
