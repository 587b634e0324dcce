import { type FormEvent, useState } from 'react';
import { WEBHOOK_SECRET_MIN } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessages } from './messages-store.ts';

/** Fields that say themselves what is wrong with them. */
const SAID_AT: ReadonlySet<unknown> = new Set(['address', 'secret']);

/** Where SMS and push go: a web address that sends them on, signed with a secret that both know. */
export function WebhookForm({ webhook }: { webhook: Output<'messages.channels'>['webhook'] }) {
  const [typed, setTyped] = useState({
    address: webhook?.address ?? '',
    sms: webhook?.sms ?? true,
    push: webhook?.push ?? false,
    secret: '',
  });
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const save = async (off: boolean) => {
    const refused = await useMessages.getState().setWebhook(off ? null : { ...typed, secret: typed.secret || null });
    setRefusal(refused);
    if (refused) return;
    setTyped({ ...typed, secret: '' });
    announce(off ? 'SMS and push are off' : 'The webhook is saved');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(false);
  };
  const wrong = (name: string) => (refusal?.details.input === name ? refusal.message : undefined);
  return (
    <form className="ad-form" aria-labelledby="ms-hook" onSubmit={submit}>
      <div className="panel-h">
        <h2 id="ms-hook">SMS and push</h2>
        <span className={`s12 ${webhook ? 'ok' : 't3'}`}>{webhook ? 'on' : 'off'}</span>
      </div>
      <TextField
        label="Webhook address"
        placeholder="https://example.com/messages"
        value={typed.address}
        maxLength={500}
        wrong={wrong('address')}
        onChange={(address) => setTyped({ ...typed, address })}
      />
      <TextField
        label="Webhook secret"
        type="password"
        autoComplete="new-password"
        value={typed.secret}
        maxLength={200}
        hint={
          webhook?.secretKnown ? 'Known. Leave it empty to keep it.' : `At least ${WEBHOOK_SECRET_MIN} characters; it signs each message.`
        }
        wrong={wrong('secret')}
        onChange={(secret) => setTyped({ ...typed, secret })}
      />
      <div className="ms-acts">
        <CheckBox isSelected={typed.sms} onChange={(sms) => setTyped({ ...typed, sms })}>
          SMS
        </CheckBox>
        <CheckBox isSelected={typed.push} onChange={(push) => setTyped({ ...typed, push })}>
          Push
        </CheckBox>
      </div>
      <RefusalLine refusal={refusal && !SAID_AT.has(refusal.details.input) ? refusal : null} />
      <div className="ms-acts">
        <Button type="submit" variant="go">
          Save webhook
        </Button>
        {webhook ? (
          <Button variant="quiet" onPress={() => void save(true)}>
            Turn SMS and push off
          </Button>
        ) : null}
      </div>
    </form>
  );
}
