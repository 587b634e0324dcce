import { Airports } from './airports.ts';
import { ConnectionTimes } from './connection-times.ts';
import { dataJson } from './data-file.ts';
import { greatCircleMiles } from './great-circle.ts';
import { PlaceFinder } from './places.ts';
import type { Reference } from './reference.ts';
import { SeatPlans } from './seat-plans.ts';
import { shippedAirports } from './shipped-airports.ts';

type OtherFacts = Pick<
  Reference,
  'seatPlan' | 'shippedSeatMaps' | 'seatPlanFor' | 'equipmentOfType' | 'airlineName' | 'isDomestic' | 'minimumConnectionMinutes' | 'miles'
>;

/** Reads the facts that ship with Aisle, in some 20 ms. Every thread that needs them reads its own copy. */
export function loadReference(): Reference {
  const { airports, departures } = shippedAirports();
  const plans = new SeatPlans();
  const connections = new ConnectionTimes();
  const airlines = new Map(dataJson<[string, string][]>('airlines.json'));
  const others: OtherFacts = {
    seatPlan: (id) => plans.byId(id),
    shippedSeatMaps: plans.shipped,
    seatPlanFor: (equipment, counts) => plans.byEquipment(equipment, counts),
    equipmentOfType: (type) => plans.ofType(type),
    airlineName: (carrier) => airlines.get(carrier),
    isDomestic: (from, to) => connections.isDomestic(from, to),
    minimumConnectionMinutes: (arrivesFrom, at, departsAt, departsTo) => connections.minutes(arrivesFrom, at, departsAt, departsTo),
    miles: (from, to) => (from.suspect || to.suspect ? undefined : greatCircleMiles(from, to)),
  };
  return referenceTo(new Airports(airports), departures, others);
}

function referenceTo(airports: Airports, departures: ReadonlyMap<string, number>, others: OtherFacts): Reference {
  const places = new PlaceFinder(airports, departures);
  return {
    ...others,
    airport: (code) => airports.byCode.get(code),
    airportAt: (code, moment) => airports.at(code, moment),
    airportOn: (code, day) => airports.on(code, day),
    airportShipped: (code) => airports.shipped(code),
    countries: airports.countries,
    withAirports: (changes) => referenceTo(airports.with(changes), departures, others),
    // A code that is an airport means that airport, even where a city has the same code: HOU is Houston Hobby. An answer with the other
    // airports of Houston could send a passenger to the wrong one. Who wants them asks for HOU*. NYC is no airport, so it means all
    // airports of New York.
    airportsOf(place) {
      if (place.endsWith('*')) return airports.byCity.get(place.slice(0, -1)) ?? [];
      const airport = airports.byCode.get(place);
      return airport ? [airport] : (airports.byCity.get(place) ?? []);
    },
    places: (text, most) => places.find(text, most),
  };
}
