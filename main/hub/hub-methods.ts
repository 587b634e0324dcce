import type { HubMethodName, Input, ReplyOf } from '../../shared/contract.ts';
import type { Actor } from '../actor.ts';
import type { Connection, ConsoleSession } from './connection.ts';

/** Who calls, as the dispatcher found out. Without a session the actor is nobody, at no desk. */
export interface HubCall {
  readonly session: ConsoleSession | undefined;
  readonly actor: Actor;
  readonly connection: Connection;
}

export type HubMethod<Name extends HubMethodName> = (call: HubCall, input: Input<Name>) => Promise<ReplyOf<Name>>;

/** The methods that the hub process answers by itself. Access and input have been checked. `main/boot/boot.ts` puts the table together. */
export type HubMethods = { readonly [Name in HubMethodName]: HubMethod<Name> };
