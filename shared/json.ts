import type { Reply } from './refusals.ts';

/** A value as JSON text. The type says what value the text would be parsed as. */
export type Json<Value> = string & { readonly jsonOf?: Value };

/** The reply that accepts a value, around the JSON of that value. */
export const acceptedJson = <Value>(value: Json<Value>): Json<Reply<Value>> => `{"ok":true,"value":${value}}`;

export const parsed = <Value>(json: Json<Value>): Value => JSON.parse(json) as Value;
