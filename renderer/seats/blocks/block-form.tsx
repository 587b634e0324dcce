import { type FormEvent, useRef, useState } from 'react';
import { readSeats } from '../../../shared/read-seats.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { BLOCK_CODES, BLOCK_RULES, type BlockCode, takesFromStock } from '../../../shared/seat-blocks.ts';
import { CABIN_NAMES, type Cabin, seatsOf } from '../../../shared/seat-map.ts';
import { call, newRequestId } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { capital } from '../../format/capital.ts';
import { readMoment } from '../../format/read-moment.ts';
import { localDay } from '../../format/times.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { serverNow } from '../../stores/clock-store.ts';
import type { SeatMapAnswer } from '../seat-events.ts';
import { fewSeats } from '../seat-words.ts';

interface BlockFormProps {
  answer: SeatMapAnswer;
  /** What is typed at first: the seat that has the focus. */
  seat: string;
  /** The cabin of a column that is typed alone. */
  cabin: Cabin | null;
  autoFocus: boolean;
}

/** Blocks what is typed: a seat, row, range or column. The seats that are meant are told while it is typed. */
export function BlockForm({ answer, seat, cabin, autoFocus }: BlockFormProps) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const codes = BLOCK_CODES.filter((code) => supervisor || !takesFromStock(code));
  const [what, setWhat] = useState(seat);
  const [code, setCode] = useState<BlockCode>(codes[0] ?? 'KEPT');
  const [remark, setRemark] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const zone = answer.flight.originZone;
  const read = readSeats(what, seatsOf(answer.map), cabin ?? undefined);
  const at = until.trim() === '' ? null : readMoment(until, zone, localDay(serverNow(), zone));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.ok || typeof at === 'string' || sending) return;
    setSending(true);
    setRefusal(null);
    const input = {
      requestId: newRequestId(),
      flightId: answer.flight.flightId,
      what: what.trim(),
      cabin,
      code,
      remark: remark.trim(),
      until: at,
    };
    const reply = await call('seats.block', input, 'person');
    setSending(false);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    announce(`${fewSeats(reply.value.seats)} blocked, ${code}.`);
    setWhat('');
    setRemark('');
    setUntil('');
    setTried(false);
    // The next block is typed at once.
    first.current?.focus();
  };

  return (
    <form className="bl-form" aria-label="Block seats" onSubmit={(event) => void submit(event)}>
      <div className="bl-fields">
        <TextField
          label="Seats"
          inputRef={first}
          placeholder="12-14 D"
          value={what}
          maxLength={80}
          autoFocus={autoFocus}
          hint={what.trim() !== '' && read.ok ? `${fewSeats(read.seats)}, ${CABIN_NAMES[read.cabin]}` : 'seat, row, range or column'}
          wrong={tried && !read.ok ? `${capital(read.problem)}.` : undefined}
          onChange={setWhat}
        />
        <SelectField
          label="Reason"
          value={code}
          choices={codes.map((value) => ({ value, text: value, more: `${BLOCK_RULES[value].means}, ${BLOCK_RULES[value].effect}` }))}
          onChange={setCode}
        />
        <TextField
          label="Until"
          placeholder={BLOCK_RULES[code].lasts}
          value={until}
          maxLength={30}
          wrong={tried && typeof at === 'string' ? at : undefined}
          onChange={setUntil}
        />
      </div>
      <div className="bl-last">
        <TextField label="Remark" value={remark} maxLength={100} onChange={setRemark} />
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Block
        </Button>
      </div>
      <p className="t2 s12">
        {code}: {BLOCK_RULES[code].means}, {BLOCK_RULES[code].effect}.
      </p>
      <RefusalLine refusal={refusal} />
    </form>
  );
}
