import type { Connection } from '../../main/hub/connection.ts';
import { deskProofText } from '../../shared/desk-proof.ts';
import { HOUR_MS } from '../../shared/instants.ts';
import { cheapHash } from '../main/support/cheap-hash.ts';
import { IDENTITY } from '../main/support/here.ts';
import { Asks } from './asks.ts';
import { connectionOf, newConnection } from './connection-of.ts';
import { type DeskKey, deskKey } from './desk-keys.ts';
import { Failure } from './failure.ts';
import { Hoarders } from './hoarders.ts';
import { type Expected, refused } from './model/expected.ts';
import { triedPin } from './model/sign-in.ts';
import type { ModelDesk } from './model/station.ts';
import { PairingWatch } from './pairing-watch.ts';
import { ALIVE_EVERY_MS, afterStart, keptNow, type Token } from './sessions-kept.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import type { Clerk, StationAction } from './station-action.ts';
import { Systems } from './systems.ts';
import { STAFF, type Staff } from './world.ts';

const PIN = '471147';
const WRONG_PIN = '471148';
const ROLES = { ruth: 'agent', omar: 'agent', vera: 'supervisor' } as const;
/** The same of every run: it takes long to make. */
const HASHES = new Map(await Promise.all((Object.keys(ROLES) as Clerk[]).map(async (who) => [who, await cheapHash(PIN, who)] as const)));
/** Longer than a session that nobody takes up is kept, less what a clock may be set by. */
const SURELY_KEPT_MS = HOUR_MS;
const NOTE = 'Elena Petrov has called';

/** A console on another computer, as the people at it know it. */
interface Console {
  connection: Connection;
  /** Its keys, the newest last, and the desk that each was paired as. */
  readonly keys: { readonly key: DeskKey; readonly id: string }[];
  /** Who is signed in, and the token of the session that began here last. */
  user: Clerk | undefined;
  token: Token | undefined;
}

type Of<Do extends StationAction['do']> = Extract<StationAction, { readonly do: Do }>;

/** The people of a station: they pair consoles, sign in at them, ask in lines, and see to the health of the hub. What they hear is held against the model. */
export class Consoles {
  readonly #hub: SimulatedHub;
  readonly #asks: Asks;
  readonly #pairing: PairingWatch;
  readonly #systems: Systems;
  readonly #hoarders: Hoarders;
  readonly #consoles = new Map<number, Console>();
  #keys = 0;
  #starts = 0;

  constructor(hub: SimulatedHub) {
    this.#hub = hub;
    this.#asks = new Asks(hub);
    this.#pairing = new PairingWatch(hub.time);
    this.#systems = new Systems(hub, this.#asks);
    this.#hoarders = new Hoarders(hub, this.#asks);
  }

  async perform(action: StationAction & { readonly key: number }): Promise<void> {
    const hub = this.#hub;
    await hub.settle();
    if (this.#starts !== hub.starts) this.#restarted();
    // The power may fail on the way, and then nobody hears anything.
    void this.#do(action, `request-${action.key}`).catch((error: unknown) => hub.fail(error));
    await hub.settle();
    if (this.#starts === hub.starts && !hub.failure) hub.guard(() => this.#seated());
  }

  #restarted(): void {
    const { station, judge, starts } = this.#hub;
    const since = station.starts.slice(this.#starts);
    this.#starts = starts;
    this.#pairing.forget();
    this.#systems.restarted();
    for (const one of this.#consoles.values()) {
      let { token } = one;
      for (const start of since) token = token && afterStart(token, start, judge.model.station.users.get(token.user)?.active === true);
      Object.assign(one, {
        connection: newConnection(),
        user: undefined,
        token: token && { ...token, decisions: station.hoards.decisions },
      });
    }
  }

  async #do(action: StationAction, requestId: string): Promise<void> {
    switch (action.do) {
      case 'hire':
        return this.#hire(action.who, requestId);
      case 'offer-desk':
        return this.#offer(action);
      case 'end-offer':
        return this.#asks.ask(this.#staff('mercy'), 'desks.endOffer', {}, { ok: true, value: {} }).then(() => this.#pairing.end());
      case 'pair':
        return this.#pair(action);
      case 'connect':
        return this.#connect(action);
      case 'sign-in':
        return this.#signIn(action, requestId);
      case 'resume':
        return this.#resume(action);
      case 'sign-out':
      case 'lock-console':
        return this.#leave(action);
      case 'rename-desk':
      case 'revoke-desk':
        return this.#decide(action, requestId);
      case 'let-in':
        return this.#letIn(action, requestId);
      case 'allow-system':
        return this.#systems.allow(action, requestId);
      case 'end-system':
        return this.#systems.end(action, requestId);
      case 'system-calls':
        return this.#systems.call(action, requestId);
      case 'hoarder-holds':
        return this.#hoarders.hold(action, requestId);
      case 'hoarder-sells':
        return this.#hoarders.sell(action, requestId);
      case 'look-hoarders':
        return this.#hoarders.look();
      case 'look-desks':
        return this.#look();
      case 'clerk-holds':
        return this.#hold(action, requestId);
      case 'flash': {
        const { flight: flightId, seconds, by } = action;
        const mode = seconds === null ? { mode: 'order' } : { mode: 'lot', seconds };
        return this.#asks.judged(this.#staff(by), 'flashSale.open', { requestId, flightId, ...mode });
      }
      case 'end-flash':
        return this.#asks.judged(this.#staff(action.by), 'flashSale.close', { requestId, flightId: action.flight });
      case 'rush':
        return this.#rush(action, requestId);
      case 'line':
        return this.#line(action);
      case 'look-line': {
        const sales = this.#hub.judge.lines.look(action.flight);
        return this.#asks.ask(this.#staff('ana'), 'flashSale.look', { flightIds: [action.flight] }, { ok: true, value: { sales } });
      }
      case 'alarm': {
        const until = Math.max(0, this.#hub.now() + action.ms);
        return this.#asks.judged(this.#staff(action.by), 'health.acknowledge', { requestId, figure: action.figure, until, note: NOTE });
      }
      case 'limit':
        return this.#asks.judged(this.#staff(action.by), 'health.setLimit', { requestId, figure: action.figure, limit: action.limit });
    }
  }

  #of(number: number): Console {
    const known = this.#consoles.get(number);
    if (known) return known;
    const made: Console = { connection: newConnection(), keys: [], user: undefined, token: undefined };
    this.#consoles.set(number, made);
    return made;
  }

  /** The desk that a console is, as its connection says and the model knows it. */
  #deskOf({ connection }: Console): ModelDesk | undefined {
    return this.#hub.judge.model.station.paired(connection.desk?.id ?? '');
  }

  #staff(who: Staff): Connection {
    return connectionOf(STAFF[who], this.#hub.now());
  }

  async #hire(who: Clerk, requestId: string): Promise<void> {
    const hire = { user: who, display: who, role: ROLES[who], pinHash: HASHES.get(who) ?? '' };
    await this.#hub.hub.change('users.add', hire, STAFF.mercy, requestId);
  }

  #offer({ desk, kind }: Of<'offer-desk'>): Promise<void> {
    const { station } = this.#hub.judge.model;
    const refusal = nameProblem(desk) ?? (station.named(desk) ? refused('DESK_TAKEN') : undefined);
    const offer = { desk, kind, ...(kind === 'system' ? {} : { rights: null }), triesLeft: 5, endsAt: this.#hub.now() + 120_000 };
    return this.#asks.ask(
      this.#staff('mercy'),
      'desks.offer',
      { desk, kind },
      refusal ?? { ok: true, value: offer },
      ({ code }: { code: string }) => this.#pairing.show({ desk, kind, code }),
    );
  }

  /** The code is told from one person to the other. */
  async #pair({ console: number, code: which, brings, system }: Of<'pair'>): Promise<void> {
    const one = this.#of(number);
    const shown = this.#pairing.offered?.code ?? this.#pairing.before;
    const code = which === 'right' ? shown : which === 'last' ? this.#pairing.before : '999999';
    const same = brings === 'same' ? one.keys.at(-1)?.key : undefined;
    const key = system ? undefined : (same ?? deskKey(++this.#keys));
    const given = { code, key: key?.publicKey ?? null };
    const expected = this.#pairing.give(given, this.#hub.judge.model.station);
    const input = key ? { code, publicKey: key.publicKey } : { code, system: true };
    await this.#asks.ask(one.connection, 'desks.pair', input, expected, ({ id, secret }: { id: string; secret?: string }) => {
      this.#pairing.paired(given, id);
      if (secret !== undefined) this.#systems.paired(id, secret);
      if (key && !one.keys.some((known) => known.id === id)) one.keys.push({ key, id });
    });
  }

  async #connect({ console: number, proves }: Of<'connect'>): Promise<void> {
    const one = this.#of(number);
    const { connection: before } = one;
    // The socket before is gone.
    before.session?.detach(before);
    before.desk?.leave(before);
    one.connection = newConnection();
    one.user = undefined;
    const own = one.keys.at(-1);
    if (proves === 'nothing' || !own) return;
    const { station } = this.#hub.judge.model;
    const desk = station.desks.find(({ id }) => id === own.id);
    const signature = (proves === 'own' ? own.key : deskKey(0)).sign(deskProofText(one.connection.challenge, IDENTITY.fingerprint));
    const revoked = desk !== undefined && desk.revokedAt !== null;
    const wrong = revoked ? refused('KEY_REVOKED') : proves === 'other' || !desk ? refused('KEY_UNKNOWN') : undefined;
    await this.#asks.ask(one.connection, 'session.prove', { id: own.id, signature }, wrong ?? { ok: true, value: { desk: desk?.name } });
  }

  async #signIn({ console: number, who, pin }: Of<'sign-in'>, requestId: string): Promise<void> {
    const hub = this.#hub;
    const one = this.#of(number);
    const desk = this.#deskOf(one);
    const { model } = hub.judge;
    const right = pin === 'right';
    // It takes long on purpose where there is no such user.
    if (!model.station.users.has(who)) return;
    const said = desk ? triedPin(model, who, desk.name, right, hub.now()).said : refused('DESK_NOT_PAIRED');
    const expected: Expected = said.ok ? { ok: true, value: { user: who, role: ROLES[who], desk: desk?.name } } : said;
    const input = { requestId, user: who, pin: right ? PIN : WRONG_PIN };
    const trying = this.#asks.ask(one.connection, 'session.signIn', input, expected, (value: { token: string }) => {
      one.user = who;
      one.token = {
        ...{ text: value.token, user: who, deskId: desk?.id ?? '', desk: desk?.name ?? '', at: hub.now() },
        ...{ until: undefined, decisions: 0 },
      };
    });
    await hub.outside(trying);
  }

  /** A token is worth something at the desk of its session alone. */
  async #resume({ console: number, from }: Of<'resume'>): Promise<void> {
    const [one, other] = [this.#of(number), this.#of(from)];
    const { token } = other;
    const desk = this.#deskOf(one);
    if (!token) return;
    const there = desk !== undefined && desk.id === token.deskId && desk.name === token.desk;
    const { station } = this.#hub.judge.model;
    const mayStill = station.users.get(token.user)?.active === true;
    // How long a session is kept that nobody takes up depends on what the clock was set by meanwhile.
    if (there && (!mayStill || Math.abs(this.#hub.now() - token.at) > SURELY_KEPT_MS)) return;
    const kept = keptNow(token, this.#hub.now(), this.#hub.station.hoards.decisions);
    if (there && kept === 'perhaps') return;
    const restored = token.until === undefined ? {} : { restored: true, locked: true };
    const expected: Expected =
      there && kept === 'yes'
        ? { ok: true, value: { user: token.user, desk: token.desk, ...restored } }
        : refused(desk ? 'NOT_SIGNED_IN' : 'DESK_NOT_PAIRED');
    if (there && token.until !== undefined) this.#hub.judge.meet(`session.resume restored ${kept}`);
    await this.#asks.ask(one.connection, 'session.resume', { token: token.text }, expected, () => {
      for (const each of this.#consoles.values())
        if (each.token?.text === token.text) Object.assign(each, { user: undefined, token: undefined });
      Object.assign(one, { user: token.user, token: { ...token, until: undefined } });
    });
  }

  async #leave({ do: what, console: number }: Of<'sign-out' | 'lock-console'>): Promise<void> {
    const one = this.#of(number);
    const { session } = one.connection;
    if (!session) return;
    await this.#asks.ask(one.connection, what === 'sign-out' ? 'session.signOut' : 'session.lock', {}, { ok: true, value: {} });
    if (what === 'lock-console') return;
    one.user = undefined;
    this.#ended(({ text }) => text === session.facts.token);
  }

  /** Tokens that are worth nothing any more. */
  #ended(which: (token: NonNullable<Console['token']>) => boolean): void {
    for (const one of this.#consoles.values()) if (one.token && which(one.token)) one.token = undefined;
  }

  async #decide(action: Of<'rename-desk' | 'revoke-desk'>, requestId: string): Promise<void> {
    const { station } = this.#hub.judge.model;
    const id = this.#of(action.console).keys.at(-1)?.id ?? '0'.repeat(22);
    const done = () => this.#ended(({ deskId }) => deskId === id);
    if (action.do === 'revoke-desk') return this.#asks.judged(this.#staff('mercy'), 'desks.revoke', { requestId, id }, done);
    const { desk } = action;
    const refusal = !station.paired(id) ? refused('DESK_UNKNOWN') : nameProblem(desk);
    const input = { requestId, id, desk };
    if (refusal) return this.#asks.ask(this.#staff('mercy'), 'desks.rename', input, refusal);
    await this.#asks.judged(this.#staff('mercy'), 'desks.rename', input, done);
  }

  async #letIn({ who, what }: Of<'let-in'>, requestId: string): Promise<void> {
    const more = what === 'unlock' ? {} : { active: what === 'active' };
    await this.#asks.judged(
      this.#staff('mercy'),
      what === 'unlock' ? 'users.unlock' : 'users.setActive',
      { requestId, user: who, ...more },
      () => {
        if (what === 'inactive') this.#ended(({ user }) => user === who);
      },
    );
  }

  /** All desks that are paired, and the code. */
  async #look(): Promise<void> {
    const { desks } = this.#hub.judge.model.station;
    const byName = (a: ModelDesk, b: ModelDesk) => (a.name < b.name ? -1 : 1);
    const live = desks.filter(({ revokedAt }) => revokedAt === null).sort(byName);
    const revoked = desks.filter(({ revokedAt }) => revokedAt !== null);
    const { offered } = this.#pairing;
    const offer = offered && { desk: offered.desk, kind: offered.kind, code: offered.code, triesLeft: offered.tries };
    await this.#asks.ask(this.#staff('mercy'), 'desks.offered', {}, { ok: true, value: { offer: offer ?? null } });
    const listed = [...live.map(({ id, name, kind }) => ({ id, desk: name, kind })), ...revoked.map(() => ({ state: 'revoked' }))];
    await this.#asks.ask(this.#staff('mercy'), 'desks.list', {}, { ok: true, value: { desks: listed } });
  }

  async #hold({ console: number, flight, size }: Of<'clerk-holds'>, requestId: string): Promise<void> {
    const { connection } = this.#of(number);
    const { session } = connection;
    const person = session ? { ...session.facts } : { user: '-', desk: '-', role: 'agent' as const };
    this.#asks.places(connection, person, requestId, flight, size);
  }

  async #rush({ flight, callers, size }: Of<'rush'>, requestId: string): Promise<void> {
    for (let place = 1; place <= callers; place++) {
      const person = { user: `agent${place}`, desk: `R${place}`, role: 'agent' } as const;
      this.#asks.places(connectionOf(person, this.#hub.now()), person, `${requestId}-${place}`, flight, size);
    }
  }

  async #line({ what, at }: Of<'line'>): Promise<void> {
    const one = typeof at === 'number' ? this.#of(at).connection : this.#staff(at);
    const { session } = one;
    if (!session || session.locked) return;
    const { lines } = this.#hub.judge;
    const who = `${session.facts.desk} ${session.facts.user}`;
    if (what === 'leave') return this.#asks.ask(one, 'queue.leave', {}, { ok: true, value: { left: lines.left(who) } });
    const waiting = lines.placesOf(who);
    if (waiting.length > 0) this.#hub.judge.meet('queue.status waits');
    await this.#asks.ask(one, 'queue.status', {}, { ok: true, value: { waiting } });
  }

  /** Whoever signed in stays signed in. Nobody is at a console otherwise than by a key that is paired now and a session that began at its desk, under the name that it has. */
  #seated(): void {
    const { station } = this.#hub.judge.model;
    for (const [number, { connection, user, token }] of this.#consoles) {
      const { desk, session } = connection;
      if (desk) {
        const paired = station.paired(desk.id);
        if (!paired) throw new Failure('desk', `console ${number} is desk ${desk.desk}, which is not paired`);
        if (paired.name !== desk.desk) throw new Failure('desk', `console ${number} is desk ${desk.desk}, which is called ${paired.name}`);
      }
      if (!session && user && token) throw new Failure('session', `console ${number} has lost the session of ${user}`);
      if (!session) continue;
      if (session.restored && !session.locked) throw new Failure('session', `${session.facts.user} came back without a PIN`);
      const { written } = this.#hub.station.disk;
      if (!written?.prints.has(session.id) || this.#hub.time.ran - written.ran > ALIVE_EVERY_MS)
        throw new Failure('session', `the session of ${session.facts.user} would not outlive a kill of the hub`);
      if (session.deskId !== desk?.id || session.facts.desk !== desk.desk)
        throw new Failure('session', `console ${number} at ${desk?.desk} has a session of ${session.facts.desk}`);
      if (session.facts.user !== user)
        throw new Failure('session', `console ${number} has a session of ${session.facts.user}, not of ${user}`);
      if (!station.users.get(session.facts.user)?.active)
        throw new Failure('session', `${session.facts.user} may not sign in, and is signed in`);
    }
  }
}

/** What a desk cannot be called, whatever is paired. */
const nameProblem = (desk: string): Expected | undefined =>
  desk.startsWith('SIM-') ? refused('DESK_RESERVED') : desk === IDENTITY.desk.desk ? refused('DESK_TAKEN') : undefined;
