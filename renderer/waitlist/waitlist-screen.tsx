import './waitlist.css';
import { useEffect, useState } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { ONE_ADULT } from '../format/read-party.ts';
import { agentDate, dateLabel, localDay, localTime } from '../format/times.ts';
import { FIRST, LETTERS_ACT } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { LoadBar } from '../parts/load-bar.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Tag } from '../parts/tag.tsx';
import { useNow } from '../stores/clock-store.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { AddPartyDialog } from './add-party-dialog.tsx';
import { CallDialog } from './call-dialog.tsx';
import { EndWaitDialog } from './end-wait-dialog.tsx';
import { FlightLists } from './flight-lists.tsx';
import { ListHistory } from './list-history.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { OfferPanel } from './offer-panel.tsx';
import { PartyQueue } from './party-queue.tsx';
import { offerToFirst, takeOffer, tellOffer } from './wait-actions.ts';
import { type OneList, shownEntry, useWaitlist } from './waitlist-store.ts';

type At = Extract<Screen, { name: 'waitlist' }>;
/** A dialog, and the party that it was opened for: the list changes behind it, and Enter must not act on whoever is shown by then. */
type Asked = { readonly what: 'add' } | { readonly what: 'end' | 'move' | 'call'; readonly about: WaitEntry };

/** Who waits for which flight, in which order, why not yet, and what is offered to whom. */
export function WaitlistScreen({ screen }: { screen: At }) {
  const state = useWaitlist();
  const { lists, list, refusal, place } = state;
  const [asked, setAsked] = useState<Asked | null>(screen.add ? { what: 'add' } : null);
  /** Why the chosen party was not told again. */
  const [untold, setUntold] = useState<{ readonly entryId: number; readonly refusal: Refusal | null } | null>(null);
  const [joined, setJoined] = useState<number | null>(null);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const entry = shownEntry(state);
  useEffect(() => {
    const { show, load, hear } = useWaitlist.getState();
    if (screen.flightId !== undefined && screen.cabin) show({ flightId: screen.flightId, cabin: screen.cabin });
    void load();
    const stops = [onHeard((heard) => 'notice' in heard || hear(heard)), onResync(() => void load())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [screen]);
  const tell = async (told: WaitEntry) => {
    const reply = await tellOffer(told, 'message');
    setUntold({ entryId: told.entryId, refusal: reply.ok ? null : reply.refusal });
  };
  const offered = entry?.offer ? entry : undefined;
  const waiting = entry && !entry.offer ? entry : undefined;
  useKeys('waitlist', {
    A: () => setAsked({ what: 'add' }),
    R: place ? () => void offerToFirst(place) : undefined,
    Y: offered ? () => void takeOffer(offered) : undefined,
    N: offered ? () => setAsked({ what: 'end', about: offered }) : undefined,
    T: offered ? () => void tell(offered) : undefined,
    'Shift T': offered ? () => setAsked({ what: 'call', about: offered }) : undefined,
    X: waiting ? () => setAsked({ what: 'end', about: waiting }) : undefined,
    E: waiting && supervisor ? () => setAsked({ what: 'move', about: waiting }) : undefined,
  });
  if (!lists) return refusal ? <RefusalLine refusal={refusal} /> : <Empty icon="users" title="Reading the waitlists" />;
  const { parties, passengers } = lists;
  const out = lists.lists.filter(({ offer }) => offer).length;
  const empty = lists.lists.length === 0 && !list;
  const close = () => setAsked(null);
  return (
    <div className="wl">
      <header className="title" {...(empty ? { ...LETTERS_ACT, ...FIRST } : {})}>
        <h1>Waitlist</h1>
        <span className="t2">
          {parties} {parties === 1 ? 'party' : 'parties'}, {passengers} {passengers === 1 ? 'passenger' : 'passengers'} on{' '}
          {lists.lists.length} {lists.lists.length === 1 ? 'list' : 'lists'}
        </span>
        {out > 0 ? <Tag kind="warn">offers on {out === 1 ? '1 list' : `${out} lists`}</Tag> : null}
        <span className="push t2 s12 wl-rule">
          seats that come free are offered for <b className="str">{lists.offerMinutes} min</b>, first that fits
        </span>
        <Button kbd="A" onPress={() => setAsked({ what: 'add' })}>
          Add a party
        </Button>
      </header>
      {empty ? (
        <Empty icon="users" title="Nobody waits">
          A adds a party to the list of a full cabin. Seats that come free are offered to it before anybody else.
        </Empty>
      ) : (
        <div className="wl-work" {...FIRST}>
          <FlightLists lists={lists} />
          {list ? (
            <div className="wl-side">
              <ListHead list={list} />
              <PartyQueue list={list} chosen={entry} joined={joined} />
              <div className="wl-foot" {...LETTERS_ACT}>
                <Button variant="quiet" kbd="R" onPress={() => place && void offerToFirst(place)}>
                  Offer to the first that fits
                </Button>
                <span className="s12 t3">parties are kept together</span>
              </div>
              <RefusalLine refusal={refusal} />
              <div className="wl-below">
                {entry ? (
                  <OfferPanel
                    {...{ list, entry }}
                    onYes={() => void takeOffer(entry)}
                    onNo={() => setAsked({ what: 'end', about: entry })}
                    onDrop={() => setAsked({ what: 'end', about: entry })}
                    onMove={supervisor ? () => setAsked({ what: 'move', about: entry }) : undefined}
                    onTell={() => void tell(entry)}
                    untold={untold?.entryId === entry.entryId ? untold.refusal : null}
                    onCall={() => setAsked({ what: 'call', about: entry })}
                  />
                ) : null}
                <ListHistory history={list.history} />
              </div>
            </div>
          ) : null}
        </div>
      )}
      {asked?.what === 'add' ? (
        <AddPartyDialog
          flights={
            screen.add?.flights ?? (list ? `${list.flight.replace(' ', '')} ${agentDate(localDay(list.departsAt, list.originZone))}` : '')
          }
          cabin={screen.cabin ?? list?.cabin ?? 'Y'}
          party={screen.add?.party ?? ONE_ADULT}
          onClose={close}
          onJoined={(entryId) => {
            setJoined(entryId);
            close();
          }}
        />
      ) : null}
      {asked?.what === 'end' ? <EndWaitDialog entry={asked.about} onClose={close} /> : null}
      {asked?.what === 'call' ? <CallDialog entry={asked.about} onClose={close} /> : null}
      {asked?.what === 'move' ? <MoveDialog entry={asked.about} onClose={close} /> : null}
    </div>
  );
}

function ListHead({ list }: { list: OneList }) {
  const { flight, cabin, origin, destination, originZone, departsAt, seats, held, sold, offersEnd } = list;
  const ended = useNow(MINUTE_MS) >= offersEnd;
  const cancelled = list.entries.some(({ why }) => why.kind === 'cancelled');
  return (
    <div className="wl-head">
      <h2>{flight}</h2>
      <span className="med nb">
        {origin} {localTime(departsAt, originZone)} <span className="t3">to</span> {destination}
      </span>
      <span className="t2 nb">{CABIN_NAMES[cabin].toLowerCase()}</span>
      <LoadBar {...{ cabin, held, sold }} capacity={seats} authorised={list.free + held + sold} />
      <span className="t2 s12 nb">to offer, of {seats} seats</span>
      {cancelled ? (
        <span className="push">
          <Tag kind="bad">cancelled</Tag>
        </span>
      ) : (
        <span className="push num s12 t2">
          {ended ? 'offers ended' : 'offers end'}{' '}
          <b className="str">
            {dateLabel(localDay(offersEnd, originZone)).slice(0, 3)} {localTime(offersEnd, originZone)} {origin}
          </b>
          , {Math.round((departsAt - offersEnd) / MINUTE_MS)} min before
        </span>
      )}
    </div>
  );
}
