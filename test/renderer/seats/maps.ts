import { inject } from 'vitest';

const { maps } = inject('samples').seats;

/** A320: six abreast, one aisle. Row 1 has no ABC, rows 12 and 14 are exit rows, there is no row 13, row 31 has no C, and row 32 has AB alone. */
export const SINGLE_AISLE = maps.singleAisle;
/** A319: business AC DF in rows 1 and 2, economy ABC DEF from row 4. */
export const TWO_CABINS = maps.twoCabins;
/** 777-300ER: first A DG J, business AB DEF HJ, economy ABC DEF GHJ from row 28; row 41 has no middle block, row 52 neither C nor G. */
export const TWIN_AISLE = maps.twinAisle;
/** CRJ-200: four abreast, and row 13 has AB alone. */
export const REGIONAL = maps.regional;
/** 767-300: two aisles, seven abreast, 42 rows. */
export const LONG = maps.long;
