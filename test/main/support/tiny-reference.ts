import { Airports } from '../../../main/reference/airports.ts';
import { greatCircleMiles } from '../../../main/reference/great-circle.ts';
import type { Airport, Reference, SeatPlan } from '../../../main/reference/reference.ts';
import { seatPlanOf } from '../../../main/reference/seat-plan-of.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';

const airport = (code: string, cityCode: string, country: string, latitude: number, longitude: number, zone: string): Airport => ({
  code,
  name: `${code} Airport`,
  city: cityCode,
  cityCode,
  country,
  latitude,
  longitude,
  zone,
  closed: false,
  suspect: code === 'XXS',
});

export const TINY_AIRPORTS: readonly Airport[] = [
  airport('JFK', 'NYC', 'US', 40.64, -73.78, 'America/New_York'),
  airport('LGA', 'NYC', 'US', 40.78, -73.87, 'America/New_York'),
  airport('BOS', 'BOS', 'US', 42.36, -71.01, 'America/New_York'),
  airport('PVD', 'PVD', 'US', 41.72, -71.43, 'America/New_York'),
  airport('ORD', 'CHI', 'US', 41.98, -87.9, 'America/Chicago'),
  airport('MDW', 'CHI', 'US', 41.79, -87.75, 'America/Chicago'),
  airport('DEN', 'DEN', 'US', 39.86, -104.67, 'America/Denver'),
  airport('SLC', 'SLC', 'US', 40.79, -111.98, 'America/Denver'),
  airport('LAX', 'LAX', 'US', 33.94, -118.41, 'America/Los_Angeles'),
  airport('MIA', 'MIA', 'US', 25.79, -80.29, 'America/New_York'),
  airport('LHR', 'LON', 'GB', 51.47, -0.45, 'Europe/London'),
  airport('GUM', 'GUM', 'GU', 13.48, 144.8, 'Pacific/Guam'),
  airport('HNL', 'HNL', 'US', 21.32, -157.92, 'Pacific/Honolulu'),
  // Its place is disputed.
  airport('XXS', 'XXS', 'US', 0, 0, 'America/Chicago'),
];

const plan = (id: string, rows: SeatMap['rows']): SeatPlan => {
  const map: SeatMap = {
    id,
    name: id,
    equipment: [],
    deck: 'main',
    rows,
    fixtures: [],
    wing: { from: 1, to: 1 },
    source: 'made for tests',
  };
  return seatPlanOf(map, false);
};

/** J rows 1 to 2, then Y rows 10 to 13, of which 12 is an exit row and 13F is not for sale. */
export const TINY = plan('tiny', [
  { row: 1, cabin: 'J', layout: 'AC DF' },
  { row: 2, cabin: 'J', layout: 'AC DF' },
  { row: 10, cabin: 'Y', layout: 'ABC DEF' },
  { row: 11, cabin: 'Y', layout: 'ABC DEF' },
  { row: 12, cabin: 'Y', layout: 'ABC DEF', exit: true },
  { row: 13, cabin: 'Y', layout: 'ABC DEF', seats: { F: ['1'] } },
]);
export const MINI = plan('mini', [{ row: 1, cabin: 'Y', layout: 'A C' }]);

export const seatPlan = plan;

/** A world small enough to know by heart. Connection times: 30 within a country, 60 else, 240 between airports. */
export const tinyReferenceTo = (airports: Airports): Reference => ({
  airport: (code) => airports.byCode.get(code),
  airportAt: (code, moment) => airports.at(code, moment),
  airportOn: (code, day) => airports.on(code, day),
  airportShipped: (code) => airports.shipped(code),
  countries: airports.countries,
  withAirports: (changes) => tinyReferenceTo(airports.with(changes)),
  airportsOf(place) {
    const airport = airports.byCode.get(place);
    return airport ? [airport] : (airports.byCity.get(place) ?? []);
  },
  places: (text, most) =>
    [...airports.byCode.values()]
      .filter(({ code }) => code.startsWith(text.toUpperCase()))
      .slice(0, most)
      .map(({ code, name, city, country }) => ({ code, kind: 'airport' as const, name, city, country, airports: [code] })),
  seatPlan: (id) => [TINY, MINI].find(({ map }) => map.id === id),
  shippedSeatMaps: [],
  seatPlanFor: () => TINY,
  equipmentOfType: (type) => (type === '737' ? ['737', '738', '73H'] : [type]),
  airlineName: () => undefined,
  isDomestic: (from, to) => from.country === to.country,
  minimumConnectionMinutes(from, at, departsAt, to) {
    if (at.code !== departsAt.code) return 240;
    return from.country === at.country && at.country === to.country ? 30 : 60;
  },
  miles: (from, to) => (from.suspect || to.suspect ? undefined : greatCircleMiles(from, to)),
});

export const tinyReference = tinyReferenceTo(new Airports(TINY_AIRPORTS));
