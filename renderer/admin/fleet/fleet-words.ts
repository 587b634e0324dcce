import type { FleetMap } from '../../../shared/methods/fleet.ts';

/** The carrier that a map is for, or the one that flies it; `any` where there are several or none. */
export function carrierOf({ source, carrier, carriers }: FleetMap): string {
  if (source === 'own') return carrier ?? 'any';
  return carriers.length === 1 ? (carriers[0]?.carrier ?? 'any') : 'any';
}

/** The type that stands in the list; a shipped map may serve several. */
export const typeOf = ({ equipment }: Pick<FleetMap, 'equipment'>): string => equipment[0] ?? '';

/** `UA 319 F8Y120`; of a map for any carrier `319 F8Y120`. */
export const mapTitle = (about: FleetMap): string => {
  const carrier = carrierOf(about);
  return `${carrier === 'any' ? '' : `${carrier} `}${typeOf(about)} ${about.configuration}`;
};

/** What a column of counts or a version is called: `v2`, or where the map came from. */
export const versionName = ({ source, saved }: FleetMap): string =>
  saved ? `v${saved.version}` : source === 'made' ? 'counts' : 'shipped';

/** Whether all words that were typed are found: in types, carriers, configuration or name. */
export function isFound(about: FleetMap, typed: string): boolean {
  const words = typed.trim().toUpperCase().split(/\s+/).filter(Boolean);
  const carriers = about.source === 'own' ? [about.carrier ?? 'ANY'] : about.carriers.map(({ carrier }) => carrier);
  const told = [...about.equipment, ...carriers, about.configuration, ...about.name.toUpperCase().split(/\s+/)];
  return words.every((word) => told.some((each) => each.startsWith(word)));
}
