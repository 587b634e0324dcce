import { type FormEvent, useState } from 'react';
import { MESSAGE_CHANNEL_WORDS, MESSAGE_CHANNELS, type MessageChannel } from '../../shared/message-kinds.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';

/** Sends a message of no booking, and says what the channel answered. */
export function TestMessage() {
  const [channel, setChannel] = useState<MessageChannel>('email');
  const [to, setTo] = useState('');
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<{ sent: boolean; text: string } | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setAnswer(undefined);
    const reply = await call('messages.test', { channel, to }, 'person');
    setSending(false);
    setRefusal(reply.ok ? undefined : reply.refusal);
    if (!reply.ok) return;
    const text = `${reply.value.sent ? 'Sent' : 'Not sent'}: ${reply.value.answer}.`;
    setAnswer({ sent: reply.value.sent, text });
    announce(text);
  };
  return (
    <form className="ad-form" aria-labelledby="ms-test" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ms-test">Test message</h2>
      </div>
      <div className="ms-pair">
        <SelectField
          label="Channel"
          value={channel}
          choices={MESSAGE_CHANNELS.map((value) => ({ value, text: MESSAGE_CHANNEL_WORDS[value] }))}
          onChange={setChannel}
        />
        <TextField label="To" value={to} maxLength={120} isDisabled={channel === 'push'} onChange={setTo} />
      </div>
      <RefusalLine refusal={refusal ?? null} />
      {answer ? <p className={answer.sent ? 'ok' : 'bad'}>{answer.text}</p> : null}
      <Button type="submit" isPending={sending}>
        Send test message
      </Button>
    </form>
  );
}
