import { localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import type { OversaleRoom } from './oversale-store.ts';

/** Who is expected to turn up of those who are sold, by the show rate of the pricing room. */
export function ShowsPanel({ room, onAuthorise }: { room: OversaleRoom; onAuthorise: (() => void) | undefined }) {
  const { mean, low, high, turnedAway, risk, showPerMille } = room.expected;
  const shows = (showPerMille / 10).toFixed(1).replace(/\.0$/, '');
  return (
    <section aria-labelledby="ov-shows">
      <div className="panel-h">
        <h2 id="ov-shows">Oversale</h2>
        <span className="s12 t3">
          as of {localTime(room.at, room.originZone)} {room.origin}
        </span>
      </div>
      <dl className="ov-figs">
        <div>
          <dt>Will turn up</dt>
          <dd>{Math.round(mean)}</dd>
        </div>
        <div>
          <dt>Likely range</dt>
          <dd>
            {low}
            {'\u2013'}
            {high}
          </dd>
        </div>
        <div>
          <dt>Turned away</dt>
          <dd>{turnedAway.toFixed(1)}</dd>
        </div>
        <div>
          <dt>Chance of it</dt>
          <dd>{Math.round(risk * 100)} %</dd>
        </div>
      </dl>
      <p className="s12 t2 ov-line">
        {shows} % turn up, assumed.{' '}
        <span>
          Authorised <b className="str">{room.authorised}</b>
          {room.percent === null ? '' : `, ${room.percent} %`}
        </span>
        {onAuthorise ? (
          <Button variant="quiet" className="push" kbd="A" onPress={onAuthorise}>
            Change
          </Button>
        ) : null}
      </p>
    </section>
  );
}
