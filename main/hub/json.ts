/** A value written as JSON. The text is all that there is; the type says what it would be read as. */
export type Json<Value> = string & { readonly jsonOf?: Value };

export const parsed = <Value>(json: Json<Value>): Value => JSON.parse(json) as Value;
