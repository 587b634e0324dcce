import './chosen-flight.css';
import { useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { PricedFlight } from '../../shared/methods/pricing-list.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { MARK_WORDS } from '../../shared/pricing/filter-words.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { dateLabel, localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { Tag } from '../parts/tag.tsx';
import { BigCurve } from './big-curve.tsx';
import { ClassPanel } from './class-panel.tsx';
import { CurveTable } from './curve-table.tsx';
import { cabinWords, forecastWords, loadOf, MARK_TAGS, stakeWords, wholeMoney } from './flight-words.ts';
import { ForecastErrors } from './forecast-errors.tsx';
import { OverbookingPanel } from './overbooking-panel.tsx';
import { useFlightLook } from './use-flight-look.ts';

interface ChosenFlightProps {
  flightId: number;
  /** The cabin that is looked at first. */
  cabin: Cabin;
  /** What the list says of it; a flight of the heat table may stand in no list. */
  listed: PricedFlight | undefined;
  onOpen: () => void;
}

const stateOf = (listed: PricedFlight | undefined): string =>
  [...(listed?.cabins ?? []).map(({ authorised, sold, held, price }) => [authorised, sold, held, price].join(' ')), listed?.open].join();

/** The chosen flight: its curve, what is expected of it, and what that is worth. */
export function ChosenFlight({ flightId, cabin: first, listed, onOpen }: ChosenFlightProps) {
  const [cabin, setCabin] = useState<Cabin>(first);
  const [asTable, setAsTable] = useState(false);
  const state = stateOf(listed);
  const { look, refusal, again } = useFlightLook(flightId, cabin, state);
  // Until the answer is there, what the list says of it is shown.
  const flight = look?.flight ?? listed;
  return (
    <aside className="fl-right" aria-label="Chosen flight">
      {flight ? (
        <>
          <div className="panel-h fl-name">
            <h2>{flight.flight}</h2>
            <span className="t2 cut">
              {dateLabel(flight.date)}, {flight.origin} {localTime(flight.departsAt, flight.originZone)} to {flight.destination}
            </span>
            <span className="push fl-marks">
              {flight.marks.map((mark) => (
                <Tag key={mark} title={MARK_WORDS[mark]} {...(MARK_TAGS[mark].kind ? { kind: MARK_TAGS[mark].kind } : {})}>
                  {MARK_TAGS[mark].text}
                </Tag>
              ))}
            </span>
          </div>
          <div className="fl-cabins">
            {flight.cabins.length > 1 ? (
              <Segments
                label="Cabin"
                labelHidden
                value={cabin}
                choices={flight.cabins.map((one) => ({ value: one.cabin, text: CABIN_NAMES[one.cabin] }))}
                onChange={setCabin}
              />
            ) : (
              <span className="t2 s12">{cabinWords(flight)}</span>
            )}
            <Button className="push" variant="quiet" onPress={() => setAsTable(!asTable)}>
              {asTable ? 'As a curve' : 'As a table'}
            </Button>
          </div>
        </>
      ) : null}
      <RefusalLine refusal={refusal} />
      {look ? (
        <>
          {asTable ? <CurveTable look={look} /> : <BigCurve look={look} />}
          {asTable ? null : <Legend flight={look.flight} />}
          <Expected look={look} />
          <ClassPanel key={`classes ${cabin}`} look={look} onDecided={again} />
          <OverbookingPanel key={cabin} flightId={flightId} name={look.flight.flight} cabin={cabin} state={state} />
          <h3 className="fl-h">Forecast</h3>
          <p className="s12 t2">
            {forecastWords(look.flight)}
            {look.band ? ` Four in five such forecasts ended between ${look.band.low} and ${look.band.high}.` : ''}
          </p>
          <ForecastErrors look={look} />
        </>
      ) : refusal ? null : (
        <div className="fl-big" />
      )}
      <div className="fl-deeds">
        <Button onPress={onOpen} kbd="Enter">
          Open its policy
        </Button>
      </div>
    </aside>
  );
}

function Legend({ flight }: { flight: PricedFlight }) {
  const { usual } = flight;
  return (
    <p className="fl-legend s12 t2">
      <span>
        <svg width="20" height="8" aria-hidden="true">
          <path className="this" d="M0 4h20" />
        </svg>
        sold
      </span>
      <span>
        <svg width="20" height="8" aria-hidden="true">
          <path className="ahead" d="M1 4h20" />
        </svg>
        expected
      </span>
      {usual ? (
        <span>
          <svg width="20" height="8" aria-hidden="true">
            <path className="band" d="M0 0h20v8H0z" />
            <path className="usual" d="M0 4h20" />
          </svg>
          usual, 8 in 10{usual.from === 'stated' ? ', as stated' : ''}
        </span>
      ) : (
        <span>usual: not known</span>
      )}
    </p>
  );
}

/** The figures, each with what it is made of. */
function Expected({ look: { flight, competitor } }: { look: Output<'pricing.flight'> }) {
  const { currency, bid, stake, forecast, policy } = flight;
  const load = loadOf(flight);
  return (
    <dl className="fl-facts">
      <dt>Sold</dt>
      <dd>
        <b className="med">{load?.sold ?? 0}</b> of {load?.authorised ?? 0}
        {load && load.held > 0 ? `, ${load.held} held` : ''}
      </dd>
      <dt>Forecast</dt>
      <dd>
        <b className="med">{forecast ? forecast.seats : 'not known'}</b>
      </dd>
      <dt>Price</dt>
      <dd>
        <b className="med">{load ? moneyText(minor(load.price), currency) : ''}</b> {currency}{' '}
        <span className="t2">
          by v{policy.version} of the {policy.scope}
          {policy.author ? `, ${policy.author}` : ''}
        </span>
      </dd>
      {competitor ? (
        <>
          <dt>Competing</dt>
          <dd>
            <b className="med">{moneyText(minor(competitor.fare), currency)}</b>{' '}
            <span className="t2">read {dayAndTime(competitor.readAt, flight.originZone)}</span>
          </dd>
        </>
      ) : null}
      <dt>Bid price</dt>
      <dd>
        {bid === null ? 'none' : <b className="med">{moneyText(minor(bid), currency)}</b>}{' '}
        <span className="t2">{bid === null ? 'no seat is free, or nothing is known' : 'expected for the last free seat'}</span>
      </dd>
      <dt>At stake</dt>
      <dd>
        <b className="str">{stake === null ? 'not known' : `${wholeMoney(stake, currency)} ${currency}`}</b>
      </dd>
      <dd className="fl-why s12 t2">{stakeWords(flight)}</dd>
    </dl>
  );
}
