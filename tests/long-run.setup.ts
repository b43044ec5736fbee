/** `npm run test:long`: every property is tried as often as FUZZ_RUNS says, unless the test names its own number of runs. */
import { configureGlobal } from 'fast-check';

const runs = process.env['FUZZ_RUNS'];
if (runs) configureGlobal({ numRuns: Number(runs) });
