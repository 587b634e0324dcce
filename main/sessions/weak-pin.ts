/** A PIN that somebody at the counter would try first: digits all alike, or each one above (or below) the one before. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set<number>();
  for (let place = 1; place < pin.length; place++) steps.add((Number(pin[place]) - Number(pin[place - 1]) + 10) % 10);
  const [step] = steps;
  return steps.size <= 1 && (step === undefined || step === 0 || step === 1 || step === 9);
}
