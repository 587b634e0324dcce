import { countsOf } from '../../../shared/configuration.ts';
import type { FleetMap } from '../../../shared/methods/fleet.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import type { MapHead } from './draft-store.ts';

/** How many seats of all cabins differ. */
function seatsApart(map: FleetMap, configuration: string): number {
  const wanted = countsOf(configuration) ?? {};
  return CABINS.reduce((sum, cabin) => sum + Math.abs((map.counts[cabin] ?? 0) - (wanted[cabin] ?? 0)), 0);
}

/** The map of a type that is most like what is to be drawn: of the same carrier first, then with the nearest counts, the newest of several. */
export function nearestMap(maps: readonly FleetMap[], { equipment, carrier, configuration }: MapHead): FleetMap | undefined {
  const ofType = maps.filter((map) => map.equipment.includes(equipment));
  const rank = (map: FleetMap) => [
    map.carrier === carrier && carrier !== null ? 0 : 1,
    seatsApart(map, configuration),
    -(map.saved?.version ?? 0),
  ];
  return ofType.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  })[0];
}
