import type { DeskName, Input, ReplyOf } from '../../shared/contract.ts';
import type { Actor } from '../actor.ts';
import type { Session } from '../sessions/session.ts';
import type { Connection } from './connection.ts';

/** Who calls, as the dispatcher found it. Without a session the actor is nobody, at no desk. */
export interface DeskCall {
  readonly session: Session | undefined;
  readonly actor: Actor;
  readonly connection: Connection;
}

export type DeskMethod<Name extends DeskName> = (call: DeskCall, input: Input<Name>) => Promise<ReplyOf<Name>>;

/** What the desk process answers by itself. Access and input have been checked; `main/boot.ts` composes the table. */
export type DeskMethods = { readonly [Name in DeskName]: DeskMethod<Name> };
