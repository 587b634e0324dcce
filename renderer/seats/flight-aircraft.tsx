import { countText } from '../format/count-text.ts';
import { Tag } from '../parts/tag.tsx';
import type { SeatMapAnswer } from './seat-events.ts';
import { roomText } from './weight-words.ts';

/** The aircraft and gate that a flight got, and what it still may carry. Nothing where it got none. */
export function FlightAircraft({ aircraft }: Pick<SeatMapAnswer, 'aircraft'>) {
  if (!aircraft) return null;
  const { tail, gate, weight } = aircraft;
  const over = weight ? weight.taken - weight.limit : 0;
  const short = weight !== null && over <= 0 && weight.limit - weight.taken < weight.adult;
  return (
    <span className="flight-aircraft t2">
      {[tail, gate ? `gate ${gate}` : ''].filter(Boolean).join(', ')}
      {weight ? (
        <>
          {tail || gate ? ' ' : ''}
          <span className="s12">
            {countText(weight.taken)} of {countText(weight.limit)} kg
          </span>{' '}
          <Tag {...(over > 0 ? { kind: 'bad' as const } : short ? { kind: 'warn' as const } : {})}>{roomText(weight)}</Tag>
        </>
      ) : null}
    </span>
  );
}
