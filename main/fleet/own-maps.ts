/** A map of the airline took over for the flights of a carrier (empty: whichever), an equipment and a configuration. Days since 1970, both included. */
export interface OwnMapTurn {
  readonly id: string;
  readonly carrier: string;
  readonly equipment: string;
  readonly configuration: string;
  readonly fromDay: number;
  readonly untilDay: number | null;
}

/** What decides which of the airline's maps a flight has. `configuration` undefined: the schedule file does not say. */
export interface FlownAs {
  readonly carrier: string;
  readonly equipment: string;
  readonly configuration: string | undefined;
}

const key = (carrier: string, equipment: string, configuration: string): string => `${carrier} ${equipment} ${configuration}`;
const ANY_CONFIGURATION = '*';

/**
 * Chooses the airline's own map of a flight for its day.
 * 1. A map for the carrier comes before one for any carrier.
 * 2. Of those for the same flights, the one that took over last counts on the days for which it did.
 * 3. Where the file does not say the configuration, any map for carrier and equipment will do.
 */
export class OwnMaps {
  /** Newest first. */
  readonly #turns = new Map<string, OwnMapTurn[]>();

  /** `turns`: in the order in which they were decided. */
  constructor(turns: readonly OwnMapTurn[]) {
    for (const turn of turns.toReversed()) {
      const { carrier, equipment, configuration } = turn;
      for (const said of [configuration, ANY_CONFIGURATION]) {
        const at = key(carrier, equipment, said);
        this.#turns.set(at, [...(this.#turns.get(at) ?? []), turn]);
      }
    }
  }

  /** The id of the map, or undefined when the airline has none for that day, which is local to the origin. */
  of({ carrier, equipment, configuration }: FlownAs, day: number): string | undefined {
    if (this.#turns.size === 0) return undefined;
    const said = configuration ?? ANY_CONFIGURATION;
    const own = this.#on(key(carrier, equipment, said), day);
    return own ?? (configuration === undefined ? undefined : this.#on(key('', equipment, said), day));
  }

  #on(at: string, day: number): string | undefined {
    return this.#turns.get(at)?.find(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || day <= untilDay))?.id;
  }
}
