import type { MessageChannel } from '../../shared/message-kinds.ts';
import type { RefundPolicy, SoldUnder } from '../../shared/refund-policy.ts';
import type { SettingName, SettingValue } from '../../shared/setting-rules.ts';
import type { BatchReads } from '../commands/command.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { Awaitable, ReadDatabase } from '../store/database.ts';
import { weightLimitOf } from '../store/tables/assignments-table.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';
import { refundPolicyOf } from '../store/tables/refund-policies-table.ts';
import { channelsOn, readSetting } from '../store/tables/settings-table.ts';
import { readPolicies } from '../views/known-policies.ts';

const refundKey = ({ policy, version }: SoldUnder): string => `${version} ${policy}`;

/** A handle that counts the rows which are written through it. */
type CountedDatabase = ReadDatabase & { readonly written: number };

/** Enough for the flights that sell in a rush, and little memory. */
const FLIGHTS_MAX = 2_000;

/**
 * A cache of what commands read again and again: flights, settings and policies. It is kept from batch to batch.
 * 1. Only commands change them. The engine clears it before and after each command that may do so, and after something was undone.
 * 2. Whatever else is written through the same connection between two batches is noticed by the count of rows, and clears it too.
 */
export class BatchCache implements BatchReads {
  readonly #db: CountedDatabase;
  /** Rows that had been written when the last batch ended. */
  #written = -1;
  readonly #flights = new Map<number, FlightRow>();
  readonly #weightLimits = new Map<number, number | null>();
  readonly #settings = new Map<SettingName, number | string>();
  #policies: PoliciesInForce | undefined;
  #channels: readonly MessageChannel[] | undefined;
  readonly #refundPolicies = new Map<string, RefundPolicy>();

  constructor(db: CountedDatabase) {
    this.#db = db;
  }

  begin(): void {
    if (this.#db.written !== this.#written) this.forget();
  }

  committed(): void {
    this.#written = this.#db.written;
  }

  flight(id: number): Awaitable<FlightRow | undefined> {
    return this.#flights.get(id) ?? this.#readFlight(id);
  }

  weightLimit(flightId: number): Awaitable<number | null> {
    const known = this.#weightLimits.get(flightId);
    return known === undefined ? this.#readWeightLimit(flightId) : known;
  }

  setting<Name extends SettingName>(name: Name): Awaitable<SettingValue<Name>> {
    return (this.#settings.get(name) as SettingValue<Name> | undefined) ?? this.#readSetting(name);
  }

  policies(): Awaitable<PoliciesInForce> {
    return this.#policies ?? this.#readPolicies();
  }

  /** The channels by which passengers are told. Asked before each command writes, so that reading them makes no row of it be written early. */
  channels(): Awaitable<readonly MessageChannel[]> {
    return this.#channels ?? this.#readChannels();
  }

  async #readChannels(): Promise<readonly MessageChannel[]> {
    this.#channels = channelsOn(await readSetting(this.#db, 'messages'));
    return this.#channels;
  }

  refundPolicy(under: SoldUnder): Awaitable<RefundPolicy> {
    return this.#refundPolicies.get(refundKey(under)) ?? this.#readRefundPolicy(under);
  }

  async #readFlight(id: number): Promise<FlightRow | undefined> {
    const flight = await flightById(this.#db, id);
    if (this.#flights.size >= FLIGHTS_MAX) this.#flights.clear();
    if (flight) this.#flights.set(id, flight);
    return flight;
  }

  async #readWeightLimit(flightId: number): Promise<number | null> {
    const limit = await weightLimitOf(this.#db, flightId);
    if (this.#weightLimits.size >= FLIGHTS_MAX) this.#weightLimits.clear();
    this.#weightLimits.set(flightId, limit);
    return limit;
  }

  async #readSetting<Name extends SettingName>(name: Name): Promise<SettingValue<Name>> {
    const value = (await readSetting(this.#db, name)) as SettingValue<Name>;
    this.#settings.set(name, value);
    return value;
  }

  async #readPolicies(): Promise<PoliciesInForce> {
    this.#policies = await readPolicies(this.#db);
    return this.#policies;
  }

  async #readRefundPolicy(under: SoldUnder): Promise<RefundPolicy> {
    const policy = await refundPolicyOf(this.#db, under);
    this.#refundPolicies.set(refundKey(under), policy);
    return policy;
  }

  forget(): void {
    this.#policies = undefined;
    this.#channels = undefined;
    this.#refundPolicies.clear();
    this.#weightLimits.clear();
    this.#flights.clear();
    this.#settings.clear();
  }
}
