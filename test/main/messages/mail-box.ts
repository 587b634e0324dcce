import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly to: readonly string[];
  /** Headers and text, as they came. */
  readonly raw: string;
}

/** A real mail server on this computer. `says`: the answer to each mail, in turn; undefined takes it. `from`: the one sender it takes, if any. */
export async function openMailBox({ user = '', password = '', from = '' } = {}) {
  const mails: Mail[] = [];
  const says: ({ readonly code: number; readonly text: string } | 'hangs' | undefined)[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: user === '',
    disabledCommands: user === '' ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, answer) {
      if (auth.username === user && auth.password === password) answer(null, { user });
      else answer(new Error('wrong'));
    },
    onMailFrom({ address }, _session, answer) {
      if (from === '' || address === from) answer();
      else answer(Object.assign(new Error(`${address} may not send`), { responseCode: 553 }));
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const say = says.shift();
        if (say === 'hangs') {
          waiting.push(() => answer(null));
          return;
        }
        if (say) {
          answer(Object.assign(new Error(say.text), { responseCode: say.code }));
          return;
        }
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString('utf8') });
        answer(null);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    mails,
    says,
    close: () =>
      new Promise<void>((closed) => {
        for (const go of waiting) go();
        server.close(() => closed());
      }),
  };
}
