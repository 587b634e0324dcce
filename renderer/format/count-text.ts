/** One formatter for all: a foot that follows a scroll writes thousands. */
const format = new Intl.NumberFormat('en-US');

/** 16741 -> `16,741`. */
export const countText = (count: number): string => format.format(count);
