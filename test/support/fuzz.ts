import fc from 'fast-check';

/** Minutes that each property may run. Without it, runs are short and the same each time. */
const MINUTES = process.env.FUZZ_MINUTES;

/** Taking longer than this on one input counts as a hang. */
const HANG = 10_000;

/** Runs a property `runs` times from a fixed seed, or from a random seed for as many minutes as FUZZ_MINUTES says. */
export async function fuzz<Value>(
  name: string,
  arbitrary: fc.Arbitrary<Value>,
  runs: number,
  check: (value: Value) => void | Promise<void>,
): Promise<void> {
  let count = 0;
  let slowest = 0;
  const property = fc.asyncProperty(arbitrary, async (value) => {
    const start = performance.now();
    await check(value);
    const taken = performance.now() - start;
    slowest = Math.max(slowest, taken);
    count++;
    if (taken > HANG) throw new Error(`${Math.round(taken)} ms for one input`);
  });
  await fc.assert(
    property,
    MINUTES
      ? {
          numRuns: Number.MAX_SAFE_INTEGER,
          interruptAfterTimeLimit: Number(MINUTES) * 60_000,
          markInterruptAsFailure: false,
          includeErrorInReport: true,
        }
      : { numRuns: runs, seed: 7, includeErrorInReport: true, endOnFailure: true },
  );
  if (MINUTES) console.log(`${name}: ${count} inputs, the slowest ${Math.round(slowest)} ms`);
}
