/** A value whose type carries a name that the value itself does not: `Brand<number, 'Instant'>`. */
declare const brand: unique symbol;
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
