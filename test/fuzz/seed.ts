/** Of every fuzzing in the tests: AISLE_FUZZ_SEED, else always the same, so that a test that was green stays so. */
export const FUZZ_SEED = Number(process.env.AISLE_FUZZ_SEED ?? 20_261_121);
