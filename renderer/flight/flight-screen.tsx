// This is the only screen that needs seats/, sale/ and pay/ together. seats/ imports neither of the other two, and sale/ does not import pay/. So
// the screen, its columns and its keys stand in a folder of their own above the three.
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isReturn } from '../../shared/ways.ts';
import { HandDialog } from '../admin/by-hand/hand-dialog.tsx';
import { changesAirport } from '../format/connection-text.ts';
import { OversaleScreen } from '../oversale/oversale-screen.tsx';
import { AirportBand } from '../parts/airport-band.tsx';
import { Empty } from '../parts/empty.tsx';
import { StaleBand } from '../parts/stale-band.tsx';
import { useFrameAfter } from '../parts/use-frame-after.ts';
import { useNarrow } from '../parts/use-narrow.ts';
import { HoldLine } from '../pay/hold-line.tsx';
import { AdviceLine } from '../sale/advice-line.tsx';
import { LegTabs } from '../sale/leg-tabs.tsx';
import type { Sale } from '../sale/sale.ts';
import { openSale } from '../sale/sale-actions.ts';
import { SALE_PICKER } from '../sale/sale-picker.ts';
import { SaleSteps } from '../sale/sale-steps.tsx';
import { useSale } from '../sale/sale-store.ts';
import { showStep, stepOf, useSaleStep } from '../sale/step-store.ts';
import { useCabins } from '../sale/use-cabins.ts';
import { useDefaultFocus } from '../sale/use-default-focus.ts';
import { useHoldTogether } from '../sale/use-hold-together.ts';
import { CabinLoads, FlightState, FlightTitle, MadeFromCounts } from '../seats/flight-title.tsx';
import { FlightTrouble, SeatsWaiting } from '../seats/flight-trouble.tsx';
import { forgetQuotes } from '../seats/quote-store.ts';
import { SeatGrid } from '../seats/seat-grid.tsx';
import { SeatLegend } from '../seats/seat-legend.tsx';
import { SeatList } from '../seats/seat-list.tsx';
import { followFlights, retrySeats, useSeats } from '../seats/seat-store.ts';
import { SeatStrip } from '../seats/seat-strip.tsx';
import { useFocusKept } from '../seats/use-focus-kept.ts';
import { useRoom } from '../seats/use-room.ts';
import { useConnections } from '../stores/connection-times.ts';
import { showLoads } from '../stores/loads-store.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { AircraftDialog } from './aircraft-dialog.tsx';
import { BlocksDialog, openBlocks } from './blocks-dialog.tsx';
import { FlashBand } from './flash/flash-band.tsx';
import { FlashDialog } from './flash/flash-dialog.tsx';
import { useFlash } from './flash/flash-store.ts';
import { SaleColumns } from './sale-columns.tsx';
import { useFlightKeys } from './use-flight-keys.ts';
import './flight-screen.css';
import './narrow.css';

type At = Extract<Screen, { name: 'flight' }>;

/** What stands above and below the grid, and the least that the three columns need, in pixels. */
const LINES = 48 + 36 + 40;
/** The band that says that the itinerary changes the airport, and that of a flash sale. */
const BAND = 28;
const COLUMNS_LEAST = 292;
const COLUMNS_LEAST_WIDE_BODY = 222;
/** On a narrow screen the title, the steps, the line of advice and the buttons. */
const LINES_NARROW = 48 + 36 + 40 + 48;

/** A flight, its seats, and the sale of them from the first pick to the receipt. */
export function FlightScreen({ screen }: { screen: At }) {
  const [flightId] = screen.flightIds;
  if (screen.oversale && flightId !== undefined) return <OversaleScreen flightId={flightId} cabin={screen.oversale} />;
  return <SaleScreen screen={screen} />;
}

function SaleScreen({ screen }: { screen: At }) {
  const sale = useSale((now) => now.sale);
  const problem = useSale((now) => now.problem);
  useEffect(() => {
    void openSale(screen);
  }, [screen]);
  if (problem) return <FlightTrouble refusal={problem} onRetry={() => void openSale(screen)} />;
  if (!sale) return <Empty icon="flight" title="Opening the flight" />;
  return <SaleAt sale={sale} />;
}

function SaleAt({ sale }: { sale: Sale }) {
  const root = useRef<HTMLDivElement>(null);
  const room = useRoom(root);
  const [listed, setListed] = useState(false);
  const switchList = useCallback(() => setListed((now) => !now), []);
  const ids = sale.legs.map((leg) => leg.flightId).join('-');
  const flightIds = useMemo(() => ids.split('-').map(Number), [ids]);
  useEffect(() => {
    showLoads('flight', [new Set(flightIds)]);
    const stop = followFlights(flightIds);
    return () => {
      stop();
      forgetQuotes();
      showLoads('flight', []);
    };
  }, [flightIds]);

  const leg = sale.legs[sale.active];
  const flightId = leg?.flightId ?? 0;
  const connections = useConnections(sale.legs);
  const known = useSeats(({ flights }) => flights[flightId]?.answer);
  const problem = useSeats(({ problems }) => problems[flightId]);
  // The screen is drawn in steps, one a frame: the head, what is around the seats, the flight, the seats. All in one frame kept a key waiting.
  const roundDrawn = useFrameAfter(true);
  const answer = useFrameAfter(roundDrawn && known !== undefined) ? known : undefined;
  const seatsDrawn = useFrameAfter(answer !== undefined);
  useCabins(sale);
  useHoldTogether(sale);
  const narrow = useNarrow();
  const step = useSaleStep((now) => now.step);
  // Each stage begins at its own step. Then the focus leads, so this comes before the focus is moved.
  useEffect(() => showStep(sale.stage === 'seats' ? 'seats' : 'money'), [sale.stage]);
  useDefaultFocus(sale, flightId, seatsDrawn && Boolean(leg?.cabin));
  useFocusKept(listed, flightId);
  useFlightKeys(sale, switchList);

  const flash = useFlash(({ sales }) => flightIds.some((id) => sales[id] !== undefined));

  if (problem) return <FlightTrouble refusal={problem} onRetry={() => retrySeats(flightId)} />;
  const folded = narrow && sale.stage !== 'seats' && (step !== 'seats' || sale.stage === 'confirmed');
  const wide = (answer?.map.rows[0]?.layout.split(' ').length ?? 0) > 2;
  const changes = connections.some((connection) => connection && changesAirport(connection));
  const around =
    (narrow ? LINES_NARROW : LINES + (wide ? COLUMNS_LEAST_WIDE_BODY : COLUMNS_LEAST)) + (changes ? BAND : 0) + (flash ? BAND : 0);
  const stageRoom = { width: room.width, height: room.height - around };
  return (
    <div
      className={`flight${wide ? ' wide-body' : ''}${narrow ? ' narrow' : ''}`}
      ref={root}
      {...(narrow ? { 'data-step': step, onFocus: (event: FocusEvent) => follow(event.target) } : {})}
    >
      <header className="title">
        {sale.legs.length > 1 ? (
          <>
            <h1 className="aside">
              {isReturn(sale.legs) ? 'Return' : 'Itinerary'} of {sale.legs.length} flights
            </h1>
            <LegTabs sale={sale} />
            {answer ? <MadeFromCounts answer={answer} /> : null}
            {answer ? <FlightState answer={answer} /> : null}
            {answer ? <CabinLoads answer={answer} /> : null}
          </>
        ) : (
          <>
            <h1>{answer?.flight.flight ?? 'Flight'}</h1>
            {answer ? <FlightTitle answer={answer} /> : null}
          </>
        )}
        {narrow && sale.stage === 'details' && sale.booking ? <HoldLine sale={sale} booking={sale.booking} /> : null}
        {narrow && sale.stage === 'confirmed' && sale.booking ? <b className="title-locator code push">{sale.booking.locator}</b> : null}
      </header>
      <AirportBand legs={sale.legs} />
      <FlashBand sale={sale} />
      {narrow && sale.stage !== 'confirmed' ? <SaleSteps sale={sale} /> : null}
      <div
        id="leg-seats"
        className={folded ? 'leg-seats folded' : 'leg-seats'}
        {...(sale.legs.length > 1 ? { role: 'tabpanel', 'aria-labelledby': `leg-tab-${sale.active}` } : {})}
      >
        {answer ? <StaleBand what="seats and prices" /> : null}
        {answer && folded ? (
          <SeatStrip
            flightId={flightId}
            map={answer.map}
            seats={leg?.seats.filter((seat) => seat !== null) ?? []}
            onOpen={() => showStep('seats')}
          />
        ) : answer && seatsDrawn ? (
          listed ? (
            <SeatList flightId={flightId} map={answer.map} picker={SALE_PICKER} />
          ) : (
            <SeatGrid key={flightId} flightId={flightId} map={answer.map} room={stageRoom} picker={SALE_PICKER} />
          )
        ) : (
          <SeatsWaiting />
        )}
        {roundDrawn && !folded ? (
          <>
            <SeatLegend
              cabins={answer?.flight.cabins.length ?? 1}
              listed={listed}
              picking={sale.stage === 'seats'}
              onBlocks={() => openBlocks(flightId)}
            />
            <AdviceLine sale={sale} flightId={flightId} />
          </>
        ) : null}
      </div>
      <BlocksDialog flightId={flightId} />
      <AircraftDialog flightId={flightId} />
      <FlashDialog flightId={flightId} />
      <HandDialog />
      {roundDrawn ? <SaleColumns sale={sale} flightId={flightId} listed={listed} onList={switchList} /> : null}
    </div>
  );
}

/** Shows the step in which the focus is now. */
function follow(focused: Element): void {
  const step = stepOf(focused);
  if (step && step !== useSaleStep.getState().step) showStep(step);
}
