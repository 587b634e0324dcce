/** A PIN that anybody would try first: all digits are the same, or each is one more (or one less) than the digit before. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set<number>();
  for (let place = 1; place < pin.length; place++) steps.add((Number(pin[place]) - Number(pin[place - 1]) + 10) % 10);
  const [step] = steps;
  return steps.size <= 1 && (step === undefined || step === 0 || step === 1 || step === 9);
}
