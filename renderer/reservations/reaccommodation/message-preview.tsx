import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { MESSAGE_LANGUAGE_WORDS, type MessageLanguage } from '../../../shared/message-kinds.ts';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call } from '../../client/client.ts';
import type { Kept, Take } from './desk-store.ts';
import { toldBy } from './told-by.ts';

type Preview = Output<'messages.preview'>;

/** How the passengers hear of it. */
function toldText({ contact }: ChangedBooking): string {
  const { email, phone, language } = contact;
  const words = MESSAGE_LANGUAGE_WORDS[language as MessageLanguage];
  switch (toldBy(contact)) {
    case 'email':
      return `${email}, ${words}`;
    case 'sms':
      return `SMS to ${phone}, ${words}`;
    case 'call':
      return `no message goes out: call ${phone}`;
    case 'write':
      return `no message goes out: write to ${email}`;
    case 'unknown':
      return 'no message goes out, and no contact is known';
  }
}

/** What would be accepted; undefined where nothing is chosen. */
const takenOf = (kept: Kept | undefined): Take | undefined => (kept && kept.take !== 0 ? kept.take : undefined);

/** The text that goes out when the chosen way is accepted, as the hub writes it. Each choice is asked for once; an answer that comes too late is dropped. */
function usePreview(bookingId: number, version: number, take: Take | undefined): Preview | Refusal | undefined {
  const [shown, setShown] = useState<{ readonly of: string; readonly answer: Preview | Refusal }>();
  const of = `${bookingId} ${version} ${take}`;
  useEffect(() => {
    if (take === undefined) return;
    let isOver = false;
    void call('messages.preview', { bookingId, take }).then((reply) => {
      if (!isOver) setShown({ of: `${bookingId} ${version} ${take}`, answer: reply.ok ? reply.value : reply.refusal });
    });
    return () => {
      isOver = true;
    };
  }, [bookingId, version, take]);
  return shown?.of === of ? shown.answer : undefined;
}

/** To whom the message goes, in which language, and its text before it is sent. Where none goes out, it is what somebody says on the phone. */
export function MessagePreview({ row, kept, isDone }: { row: ChangedBooking; kept: Kept | undefined; isDone: boolean }) {
  const answer = usePreview(row.bookingId, row.version, isDone ? undefined : takenOf(kept));
  const text = answer && 'text' in answer ? (row.contact.by === 'sms' ? answer.short : answer.text) : '';
  return (
    <section className="ra-msg" aria-labelledby="ra-msg">
      <div className="panel-h">
        <h2 id="ra-msg">Message</h2>
        <span className="s12 t3">{toldText(row)}</span>
      </div>
      {answer && 'text' in answer ? (
        <blockquote lang={answer.language}>
          {row.contact.by === 'sms' ? null : <p className="med">{answer.subject}</p>}
          <p>{text.trim()}</p>
        </blockquote>
      ) : null}
      {answer && 'message' in answer ? <p className="s12 t2">{answer.message}</p> : null}
      {!isDone && takenOf(kept) === undefined ? <p className="s12 t2">Its text stands here once a way is chosen.</p> : null}
    </section>
  );
}
