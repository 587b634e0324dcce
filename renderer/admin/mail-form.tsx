import { type FormEvent, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { MAIL_SECURITY } from '../../shared/methods/messages.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessages } from './messages-store.ts';

type Security = (typeof MAIL_SECURITY)[number];
const SECURITY: readonly { value: Security; text: string; more: string }[] = [
  { value: 'starttls', text: 'STARTTLS', more: 'usual, port 587' },
  { value: 'tls', text: 'TLS', more: 'port 465' },
  { value: 'none', text: 'none', more: 'a server on this computer' },
];

/** Fields that say themselves what is wrong with them. */
const SAID_AT: ReadonlySet<unknown> = new Set(['host', 'port', 'user', 'from', 'password']);

/** The mail server through which e-mail goes. The password is never shown; left empty, it stays as it is. */
export function MailForm({ mail }: { mail: Output<'messages.channels'>['mail'] }) {
  const [typed, setTyped] = useState({
    host: mail?.host ?? '',
    port: String(mail?.port ?? 587),
    security: mail?.security ?? ('starttls' as Security),
    user: mail?.user ?? '',
    password: '',
    from: mail?.from ?? '',
  });
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [portWrong, setPortWrong] = useState('');
  const save = async (off: boolean) => {
    const port = Number(typed.port);
    const wrong = !off && !(/^\d{1,5}$/.test(typed.port.trim()) && port >= 1 && port <= 65_535);
    setPortWrong(wrong ? 'A number from 1 to 65535.' : '');
    if (wrong) return;
    const refused = await useMessages.getState().setMail(off ? null : { ...typed, port, password: typed.password || null });
    setRefusal(refused);
    if (refused) return;
    setTyped({ ...typed, password: '' });
    announce(off ? 'E-mail is off' : 'E-mail is on');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(false);
  };
  const field = (name: 'host' | 'port' | 'user' | 'from', label: string, more: object = {}) => (
    <TextField
      label={label}
      value={typed[name]}
      maxLength={200}
      wrong={refusal?.details.input === name ? refusal.message : undefined}
      onChange={(text) => setTyped({ ...typed, [name]: text })}
      {...more}
    />
  );
  return (
    <form className="ad-form" aria-labelledby="ms-mail" onSubmit={submit}>
      <div className="panel-h">
        <h2 id="ms-mail">E-mail</h2>
        <span className={`s12 ${mail ? 'ok' : 't3'}`}>{mail ? 'on' : 'off'}</span>
      </div>
      {field('host', 'Mail server', { placeholder: 'smtp.example.com' })}
      <div className="ms-pair">
        {field('port', 'Port', { inputMode: 'numeric', ...(portWrong ? { wrong: portWrong } : {}) })}
        <SelectField
          label="Safe connection"
          value={typed.security}
          choices={SECURITY}
          onChange={(security) => setTyped({ ...typed, security })}
        />
      </div>
      {field('user', 'User')}
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        value={typed.password}
        maxLength={200}
        hint={mail?.passwordKnown ? 'Known. Leave it empty to keep it.' : undefined}
        wrong={refusal?.details.input === 'password' ? refusal.message : undefined}
        onChange={(password) => setTyped({ ...typed, password })}
      />
      {field('from', 'Sender', { placeholder: 'desk@example.com' })}
      <RefusalLine refusal={refusal && !SAID_AT.has(refusal.details.input) ? refusal : null} />
      <div className="ms-acts">
        <Button type="submit" variant="go">
          Save e-mail
        </Button>
        {mail ? (
          <Button variant="quiet" onPress={() => void save(true)}>
            Turn e-mail off
          </Button>
        ) : null}
      </div>
    </form>
  );
}
