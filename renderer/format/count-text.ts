/** One formatter for all calls: a scroll formats thousands of numbers. */
const format = new Intl.NumberFormat('en-US');

/** 16741 -> `16,741`. */
export const countText = (count: number): string => format.format(count);
