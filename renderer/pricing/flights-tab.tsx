import './flights.css';
import { useEffect, useRef, useState } from 'react';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { FIRST } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Empty } from '../parts/empty.tsx';
import { go } from '../stores/navigation-store.ts';
import { ChosenFlight } from './chosen-flight.tsx';
import { FilterLine } from './filter-line.tsx';
import { FlightsList } from './flights-list.tsx';
import { beginFlights, sortFlightsBy, useFlights } from './flights-store.ts';
import { followList } from './follow-list.ts';
import { type HeatRoute, HeatTable } from './heat-table.tsx';

/** What a scope is in the filter line; a single flight is looked at by its policy, and leaves the line as it is. */
const lineOf = (scope: PolicyScope): string | undefined => (scope.kind === 'route' ? `${scope.origin}-${scope.destination}` : undefined);

/** Flights by money at stake, with the chosen one beside them. */
export function FlightsTab({ scope }: { scope: PolicyScope }) {
  const home = useSession(({ state }) => state?.home.airport ?? '');
  const { list, refusal, asking, chosen } = useFlights();
  const [heat, setHeat] = useState<HeatRoute | null>(null);
  const wanted = lineOf(scope);
  useEffect(() => beginFlights(wanted ?? home, wanted !== undefined), [wanted, home]);
  useEffect(followList, []);
  const flight = list?.flights.find(({ flightId }) => flightId === chosen);
  const open = (): void => {
    if (chosen !== null) go({ name: 'pricing', tab: 'policy', scope: { kind: 'flight', flightId: chosen } });
  };
  const left = useRef<HTMLDivElement>(null);
  const toggle = (): void => {
    if (!heat && !flight) return;
    // What has the focus goes away. The other view takes it from here.
    left.current?.focus();
    setHeat(heat || !flight ? null : { ...flight });
  };
  useKeys('flights', { S: () => sortFlightsBy(), 'Shift S': () => sortFlightsBy(useFlights.getState().sort), L: toggle, O: open });
  return (
    <div className="fl-work">
      <div className="fl-left" ref={left} tabIndex={-1} {...FIRST}>
        <FilterLine onTyped={() => setHeat(null)} />
        {heat ? (
          <HeatTable route={heat} onList={toggle} />
        ) : list && list.flights.length > 0 ? (
          <FlightsList list={list} chosen={flight} onOpen={open} onHeat={toggle} />
        ) : (
          <div className="fl-empty" role={refusal ? 'alert' : 'status'}>
            {refusal ? (
              <Empty icon="alert" title={refusal.message}>
                {refusal.next}
              </Empty>
            ) : asking || !list ? (
              <Empty icon="search" title="Flights are being read." />
            ) : (
              <Empty icon="search" title="No flight to come fits this line.">
                Take a part out of it, or clear it to see all flights.
              </Empty>
            )}
          </div>
        )}
      </div>
      {chosen === null || refusal ? (
        <aside className="fl-right" aria-label="Chosen flight" />
      ) : (
        <ChosenFlight key={chosen} flightId={chosen} cabin={flight?.cabin ?? heat?.cabin ?? 'Y'} listed={flight} onOpen={open} />
      )}
    </div>
  );
}
