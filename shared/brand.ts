/** A value whose type has a name of its own, although the value is plain: `Brand<number, 'Instant'>`. */
declare const brand: unique symbol;
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
