import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { dateAfter, dateLabel } from '../format/times.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { search } from './board-search.ts';
import { type Answer, clearFilter, type Wishes, wish } from './board-store.ts';
import { ANY_TIME } from './read-departure-times.ts';
import { isNarrowed, NOT_NARROWED, narrowedWords } from './read-narrowing.ts';

/** Why there is no list, and what would work. */
export function ListRefused({ refusal, listed }: { refusal: Refusal; listed: boolean }) {
  if (listed) return <RefusalLine refusal={refusal} className="search-refused" />;
  return (
    <div role="alert" className="list-empty">
      <Empty icon="alert" title={refusal.message}>
        {refusal.next}
      </Empty>
    </div>
  );
}

interface OnFound {
  readonly onFound: () => void;
}

interface InsteadProps extends OnFound {
  readonly change: Partial<Wishes>;
  readonly children: ReactNode;
}

/** Asks again with one wish changed, and goes on to the list: the button that had the focus is gone then. */
function Instead({ change, onFound, children }: InsteadProps) {
  const ask = async (): Promise<void> => {
    wish(change);
    if (await search()) onFound();
  };
  return <Button onPress={() => void ask()}>{children}</Button>;
}

const STOPS_WORDS = ['without a stop', 'with up to one stop', 'with up to two stops'] as const;

/** Takes away what the board is narrowed to. */
function AnyCarrier({ wishes, onFound }: { wishes: Wishes } & OnFound) {
  return isNarrowed(wishes) ? (
    <Instead onFound={onFound} change={NOT_NARROWED}>
      Any carrier and aircraft
    </Instead>
  ) : null;
}

function NoItineraries({ wishes, way, onFound }: Pick<Answer, 'wishes' | 'way'> & OnFound) {
  const { departure, maxStops, cabin, sameAirport } = wishes;
  const isBack = way === 'back';
  const [from, to, date] = isBack ? [wishes.to, wishes.from, wishes.back] : [wishes.from, wishes.to, wishes.date];
  const next = dateAfter(date, 1);
  const narrow = !isBack && (departure.from > 0 || departure.to < 1440);
  const after = isBack ? ', after the way out has arrived,' : '';
  return (
    <Empty
      icon="search"
      title={`Nothing flies from ${from} to ${to} on ${dateLabel(date)}${narrowedWords(wishes)}${after} ${STOPS_WORDS[maxStops]}.`}
    >
      <p>{maxStops < 2 || narrow || cabin || isNarrowed(wishes) ? 'Allow more, or choose another day.' : 'Choose another day.'}</p>
      <p className="list-instead" {...ACTION_ROW}>
        <AnyCarrier wishes={wishes} onFound={onFound} />
        {maxStops < 2 ? (
          <Instead onFound={onFound} change={{ maxStops: maxStops === 0 ? 1 : 2 }}>
            Allow {maxStops === 0 ? 'one stop' : 'two stops'}
          </Instead>
        ) : null}
        {sameAirport && maxStops > 0 ? (
          <Instead onFound={onFound} change={{ sameAirport: false }}>
            Allow a change of airport
          </Instead>
        ) : null}
        {narrow ? (
          <Instead onFound={onFound} change={{ departure: ANY_TIME }}>
            At any time
          </Instead>
        ) : null}
        {cabin ? (
          <Instead onFound={onFound} change={{ cabin: null }}>
            In any cabin
          </Instead>
        ) : null}
        <Instead onFound={onFound} change={isBack ? { back: next } : { date: next }}>
          {dateLabel(next)}
        </Instead>
      </p>
    </Empty>
  );
}

function NoDepartures({ wishes, onFound }: { wishes: Wishes } & OnFound) {
  const next = dateAfter(wishes.date, 1);
  return (
    <Empty icon="board" title={`Nothing leaves ${wishes.from || 'anywhere'} on ${dateLabel(wishes.date)}${narrowedWords(wishes)}.`}>
      <p>Choose another day or place. A supervisor imports schedules under Admin.</p>
      <p className="list-instead" {...ACTION_ROW}>
        <AnyCarrier wishes={wishes} onFound={onFound} />
        <Instead onFound={onFound} change={{ date: next }}>
          {dateLabel(next)}
        </Instead>
        {wishes.from ? (
          <Instead onFound={onFound} change={{ from: '' }}>
            All airports
          </Instead>
        ) : null}
      </p>
    </Empty>
  );
}

/** An answer without rows to show: nothing was found, or the filter leaves nothing. */
export function ListEmpty({ answer, filter, onFound }: { answer: Answer; filter: string } & OnFound) {
  const filtered = answer.rows.length > 0;
  return (
    <div role="status" className="list-empty">
      {filtered ? (
        <Empty icon="search" title={filter ? `No flight fits \u201c${filter.trim()}\u201d.` : 'No flight leaves in these hours.'}>
          <p>The filter takes a flight number, an airport or how sales stand: AA18, LAX, cancelled.</p>
          <p className="list-instead" {...ACTION_ROW}>
            {filter ? (
              <Button onPress={clearFilter}>Clear the filter</Button>
            ) : (
              <Instead onFound={onFound} change={{ departure: ANY_TIME }}>
                At any time
              </Instead>
            )}
          </p>
        </Empty>
      ) : answer.kind === 'itineraries' ? (
        <NoItineraries {...answer} onFound={onFound} />
      ) : (
        <NoDepartures wishes={answer.wishes} onFound={onFound} />
      )}
    </div>
  );
}
