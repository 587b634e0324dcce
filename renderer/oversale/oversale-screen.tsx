import './oversale.css';
import { type ReactElement, useEffect, useState } from 'react';
import { surnameOf } from '../../shared/host-name.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { dateLabel, localDay, localTime } from '../format/times.ts';
import { ACTION_ROW, FIRST, LETTERS_ACT } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { LoadBar } from '../parts/load-bar.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Tag } from '../parts/tag.tsx';
import { Sheet } from '../print/print-sheet.tsx';
import { BlocksPanel } from '../seats/blocks/blocks-panel.tsx';
import { back } from '../stores/navigation-store.ts';
import { AskDialog } from './ask-dialog.tsx';
import { AuthoriseDialog } from './authorise-dialog.tsx';
import { CostPanel } from './cost-panel.tsx';
import { DeniedList, isUnpaid } from './denied-list.tsx';
import { DeniedPanel } from './denied-panel.tsx';
import { DenyDialog } from './deny-dialog.tsx';
import { LastChanges } from './last-changes.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { moveBooking } from './move-booking.ts';
import { NoDialog } from './no-dialog.tsx';
import { answer } from './oversale-actions.ts';
import { OversaleCabins, otherCabin } from './oversale-cabins.tsx';
import { OversaleSeats } from './oversale-seats.tsx';
import { type OversaleRoom, useOversale } from './oversale-store.ts';
import { askedNow } from './oversale-words.ts';
import { PayDialog } from './pay-dialog.tsx';
import { printLetters } from './print-letters.tsx';
import { ShowsPanel } from './shows-panel.tsx';
import { UnseatedList } from './unseated-list.tsx';
import { UnseatedRow } from './unseated-row.tsx';
import { VolunteersPanel } from './volunteers-panel.tsx';

interface OversaleScreenProps {
  flightId: number;
  cabin: Cabin;
}

/** The oversale of a cabin: who has no seat, who gives one up, what denied boarding would cost, and the letters. */
export function OversaleScreen({ flightId, cabin }: OversaleScreenProps) {
  const { room, refusal } = useOversale();
  useEffect(() => {
    const { open, load, hear } = useOversale.getState();
    open({ flightId, cabin });
    const stops = [onHeard((heard) => 'notice' in heard || hear(heard)), onResync(() => void load())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [flightId, cabin]);
  if (room?.flightId === flightId && room.cabin === cabin) return <RoomAt room={room} />;
  return refusal ? <RefusalLine refusal={refusal} /> : <Empty icon="users" title="Reading the oversale" />;
}

const DIGITS = ['1', '2', '3', '4', '5'] as const;

function RoomAt({ room }: { room: OversaleRoom }) {
  const { without, ways, volunteers, denied } = room;
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  /** As it was opened: whom it is about stays, also when the room changes behind it. */
  const [dialog, setDialog] = useState<ReactElement | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [chosenWay, setWay] = useState<number | null>(null);
  const [chosenAsked, setChosenAsked] = useState<number | null>(null);
  const [chosenDenied, setChosenDenied] = useState<number | null>(null);
  const [at, setAt] = useState<number | null>(null);
  // Who stands last in the order is left behind first.
  const chosen = Math.min(at ?? without.length - 1, without.length - 1);
  const who = without[chosen];
  const way = ways.find(({ flightId }) => flightId === chosenWay) ?? ways[0];
  const unpaid = denied.filter(isUnpaid);
  const payNext = unpaid.find(({ denialId }) => denialId === chosenDenied) ?? unpaid[0];
  const volunteer = askedNow(volunteers, chosenAsked);
  const close = () => setDialog(null);
  // Another aircraft may have taken the cabin away. Then nobody in it has a seat to give up, and none can be authorised.
  const gone = room.seats === 0;
  const canAsk = supervisor && room.unseated > 0 && !gone;
  const authorise = supervisor && !gone ? () => setDialog(<AuthoriseDialog room={room} onClose={close} />) : undefined;
  const ask = canAsk ? () => setDialog(<AskDialog room={room} onClose={close} />) : undefined;
  const sayNo = supervisor && volunteer ? () => setDialog(<NoDialog volunteer={volunteer} onClose={close} />) : undefined;
  const deny = supervisor && who ? () => setDialog(<DenyDialog {...{ room, who, way }} onClose={close} />) : undefined;
  const pay = payNext ? () => setDialog(<PayDialog denial={payNext} onClose={close} />) : undefined;
  const take = async () => {
    if (!volunteer || busy) return;
    setBusy(true);
    const reply = await answer(volunteer, 'took');
    setRefusal(reply.ok ? null : reply.refusal);
    setBusy(false);
  };
  const move = () => {
    if (who) void moveBooking(who, room.flightId).then(setRefusal);
  };
  const choose = Object.fromEntries(
    DIGITS.map((digit, place) => [digit, ways[place] ? () => setWay(ways[place]?.flightId ?? null) : undefined]),
  ) as Record<(typeof DIGITS)[number], (() => void) | undefined>;
  useKeys('oversale', {
    ...choose,
    A: authorise,
    '[': otherCabin(room, -1),
    ']': otherCabin(room, 1),
    V: ask,
    N: sayNo,
    D: deny,
    M: who ? move : undefined,
    C: pay,
    P: () => void printLetters(room, 'paper'),
    'Shift P': () => void printLetters(room, 'pdf'),
    'Ctrl Enter': supervisor && volunteer ? () => void take() : undefined,
    Esc: back,
  });
  const next = without[0];
  return (
    <div className="ov">
      <header className="title">
        <h1>{room.flight}</h1>
        <span className="ov-times">
          {room.origin} {localTime(room.departsAt, room.originZone)} <span className="t3">to</span> {room.destination}{' '}
          {localTime(room.arrivesAt, room.destinationZone)}
        </span>
        <span className="t2">
          {dateLabel(localDay(room.departsAt, room.originZone))}, {CABIN_NAMES[room.cabin]}
        </span>
        <OversaleCabins room={room} />
        <span className="push ov-load">
          <LoadBar cabin={room.cabin} capacity={room.seats} sold={room.sold} held={room.held} authorised={room.authorised} />
          <span className="t2">
            <span className="ov-free">free, </span>sold <b className="str">{room.sold}</b>
            {gone ? null : (
              <>
                , authorised <b className="str">{room.authorised}</b>, seats <b className="str">{room.usable}</b>
              </>
            )}
          </span>
          {gone ? <Tag kind="bad">not on this aircraft</Tag> : null}
          {room.unseated > 0 ? <Tag kind="bad">{room.unseated} without a seat</Tag> : <Tag kind="ok">all seated</Tag>}
        </span>
      </header>
      <div className="ov-two">
        <div className="ov-left">
          <OversaleSeats room={room} />
          <UnseatedRow without={without} />
          <div className="ov-low">
            <div>
              <UnseatedList room={room} chosen={chosen} onChoose={setAt} onMove={move} />
              <LastChanges room={room} />
            </div>
            <div className="ov-blocks">
              <div className="panel-h">
                <h2>Blocked seats</h2>
              </div>
              <BlocksPanel flightId={room.flightId} cabin={room.cabin} />
            </div>
          </div>
        </div>
        <aside className="ov-side" aria-label="Oversale">
          <div className="ov-panels" {...LETTERS_ACT}>
            <ShowsPanel room={room} onAuthorise={authorise} />
            <VolunteersPanel {...{ room, asked: volunteer?.volunteerId }} onChoose={setChosenAsked} onAsk={ask} />
            <DeniedPanel {...{ room, who }} wayId={way?.flightId ?? null} onWay={setWay} />
            <DeniedList {...{ room, next: payNext }} onChoose={setChosenDenied} onPay={() => pay?.()} />
            <CostPanel room={room} />
            <LettersPanel room={room} onPrint={(to) => void printLetters(room, to)} />
          </div>
          <RefusalLine refusal={refusal} />
          {/* The focus stands on the row and on none of its buttons, so that an Enter too many presses nothing. */}
          <section className="ov-acts" aria-label="Actions" tabIndex={-1} {...ACTION_ROW} {...FIRST}>
            {volunteer && sayNo ? (
              <>
                <Button variant="go" className="grow" kbd="Ctrl Enter" isPending={busy} onPress={() => void take()}>
                  {surnameOf(volunteer.name)} takes it{next ? `, ${volunteer.seat} to ${surnameOf(next.name)}` : ''}
                </Button>
                <Button kbd="N" onPress={sayNo}>
                  No
                </Button>
              </>
            ) : null}
            {ask && !volunteer ? (
              <Button variant="go" className="grow" kbd="V" onPress={ask}>
                Ask next
              </Button>
            ) : null}
            {supervisor ? (
              <Button kbd="D" isDisabled={!deny} onPress={() => deny?.()}>
                Deny
              </Button>
            ) : (
              <span className="t2 s12">A supervisor asks volunteers and denies boarding.</span>
            )}
            <Button variant="quiet" kbd="Esc" onPress={back}>
              Close
            </Button>
          </section>
        </aside>
      </div>
      <Sheet />
      {dialog}
    </div>
  );
}
