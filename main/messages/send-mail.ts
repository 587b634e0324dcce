import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailServer } from '../../shared/methods/messages.ts';
import type { JobAnswer } from '../jobs/job-work.ts';

/** How long the server may take for each step. The whole try has a limit of its own. */
const STEP_MS = 10_000;

/** What is known of a failure. Its text is not used: servers write the address of the passenger into it. */
interface MailFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

const CAUSES: Readonly<Record<string, string>> = {
  ECONNECTION: 'the mail server cannot be reached',
  ESOCKET: 'the connection to the mail server broke off',
  ETIMEDOUT: 'the mail server did not answer in time',
  EDNS: 'the mail server is not known by this name',
  ETLS: 'the mail server offers no safe connection',
  EAUTH: 'the mail server does not take this user and password',
};

export type Mail = Pick<SendMailOptions, 'subject' | 'text' | 'attachments' | 'icalEvent' | 'messageId'> & {
  readonly to: string;
  /** Whose name stands before the address of the sender; empty: none. */
  readonly sender: string;
};

/** Sends one e-mail. `signal` breaks it off. The answer holds no passenger data. */
export async function sendMail(
  { host, port, security, user, from }: MailServer,
  password: string,
  mail: Mail,
  signal: AbortSignal,
): Promise<JobAnswer> {
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(user ? { auth: { user, pass: password } } : {}),
    ...{ connectionTimeout: STEP_MS, greetingTimeout: STEP_MS, socketTimeout: STEP_MS, disableFileAccess: true, disableUrlAccess: true },
  });
  const stop = () => transport.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const { to, sender, ...rest } = mail;
    // An address in parts is not read as a list of addresses.
    const options = { ...rest, from: { name: sender, address: from }, to: { name: '', address: to }, xMailer: false, signal } as const;
    await transport.sendMail(options);
    return { done: true, answer: 'the mail server took it' };
  } catch (error) {
    return failed(error as MailFailure);
  } finally {
    signal.removeEventListener('abort', stop);
    transport.close();
  }
}

/** What a server answers with a number, and what of the mail it is about. */
const ABOUT: Readonly<Record<string, string>> = { 'MAIL FROM': ' to the sender', 'RCPT TO': ' to the address', DATA: ' to the text' };

/**
 * A server that says no to this address or text says so again. All else is of the server or of how it is set up, such as a wrong password, a
 * sender it does not know or a line that is not safe: somebody mends it, and then the message goes.
 */
function failed({ code = '', responseCode, command = '' }: MailFailure): JobAnswer {
  const isOfMail = command === 'RCPT TO' || command === 'DATA';
  const isSetUp = code === 'EAUTH' || code === 'ETLS';
  if (isSetUp || responseCode === undefined) return { done: false, answer: CAUSES[code] ?? 'the mail server broke off', lasting: false };
  return { done: false, answer: `the mail server said ${responseCode}${ABOUT[command] ?? ''}`, lasting: isOfMail && responseCode >= 500 };
}
