import { dateOfDay } from '../../shared/instants.ts';
import type { PassengerType } from '../../shared/passengers.ts';
import type { SettingName, SettingValue } from '../../shared/setting-rules.ts';
import type { Airport } from '../reference/reference.ts';
import { localDay } from '../reference/zone-time.ts';
import type { Awaitable } from '../store/database.ts';

type Settings = <Name extends SettingName>(name: Name) => Awaitable<SettingValue<Name>>;

/** Kilograms that passengers count as on one flight, with all that they bring. */
export interface StandardWeights {
  readonly adult: number;
  readonly child: number;
  readonly lap: number;
}

/** Whoever is weighed: `infant` carries one on the lap. */
export interface Weighed {
  readonly type: PassengerType;
  readonly infant: boolean;
}

const SUMMER = { from: 5, to: 10 };

/** Whether a flight leaves in the warmer half of the year, when people wear less: May to October, south of the equator the other months. */
function isSummer({ zone, latitude }: Pick<Airport, 'zone' | 'latitude'>, departsAt: number): boolean {
  const month = Number(dateOfDay(localDay(zone, departsAt)).slice(5, 7));
  return (month >= SUMMER.from && month <= SUMMER.to) === latitude >= 0;
}

/** What passengers of a flight count as, by the settings. `departsAt`: an instant. */
export async function standardWeights(
  setting: Settings,
  origin: Pick<Airport, 'zone' | 'latitude'>,
  departsAt: number,
): Promise<StandardWeights> {
  const summer = isSummer(origin, departsAt);
  const bags = await setting('bagsKg');
  const adult = await setting(summer ? 'adultSummerKg' : 'adultWinterKg');
  const child = await setting(summer ? 'childSummerKg' : 'childWinterKg');
  return { adult: adult + bags, child: child + bags, lap: await setting('lapKg') };
}

/** What a party weighs, in kilograms. */
export const weightOf = (party: readonly Weighed[], weights: StandardWeights): number =>
  party.reduce((sum, { type, infant }) => sum + (type === 'ADT' ? weights.adult : weights.child) + (infant ? weights.lap : 0), 0);
