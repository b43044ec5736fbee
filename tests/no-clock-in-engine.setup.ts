/**
 * ESLint keeps the clock, randomness and inexact arithmetic out of the engine's own code. This does the same for what
 * the engine reaches through a dependency: the globals throw when the nearest caller that is not a package is engine code.
 */
const ENGINE_FRAME = /[\\/]engine[\\/](?!testing[\\/])(?:[^\s():]+[\\/])?[^\s():\\/]+(?<!\.test)\.tsx?:\d/;
const RUNNER_FRAME = /node_modules[\\/](?:@vitest|vitest|vite|fast-check|tinybench)[\\/]|[\\/]node:internal/;
const TEST_FRAME = /\.test\.tsx?:\d/;

/** Whether engine code is on the stack before the test or the test runner is. */
function isCalledByEngine(): boolean {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const frames = (new Error().stack ?? '').split('\n').slice(3);
  Error.stackTraceLimit = depth;
  for (const frame of frames) {
    if (RUNNER_FRAME.test(frame) || TEST_FRAME.test(frame)) return false;
    if (ENGINE_FRAME.test(frame)) return true;
  }
  return false;
}

function forbid(holder: object, name: string, label: string, remedy: string): void {
  const original = Reflect.get(holder, name) as (...input: unknown[]) => unknown;
  const guarded = function (this: unknown, ...input: unknown[]): unknown {
    if (isCalledByEngine())
      throw new Error(`${label} was called from the engine, perhaps through a package. ${remedy}`);
    return Reflect.apply(original, this, input);
  };
  Reflect.defineProperty(holder, name, { value: guarded, configurable: true, writable: true });
}

const TIME = 'The engine knows only simulated time: take it as an argument.';
const CHANCE = 'Draw from a named stream of the kernel, seeded by the document.';
const EXACT = 'Browsers may differ in the last digit: use the helpers of engine/kernel.';
const LOCALE =
  'The answer depends on the reader’s language: compare by code unit, and leave wording to the page.';

const INEXACT = [
  ...[
    'acos',
    'acosh',
    'asin',
    'asinh',
    'atan',
    'atan2',
    'atanh',
    'cbrt',
    'cos',
    'cosh',
    'exp',
    'expm1',
    'hypot',
  ],
  ...['log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'],
];

forbid(Date, 'now', 'Date.now', TIME);
forbid(performance, 'now', 'performance.now', TIME);
forbid(Math, 'random', 'Math.random', CHANCE);
for (const name of INEXACT) forbid(Math, name, `Math.${name}`, EXACT);
forbid(String.prototype, 'localeCompare', 'localeCompare', LOCALE);
forbid(Number.prototype, 'toLocaleString', 'toLocaleString', LOCALE);

globalThis.Date = new Proxy(Date, {
  construct(target, input, newTarget) {
    if (input.length === 0 && isCalledByEngine())
      throw new Error(`new Date() was called from the engine. ${TIME}`);
    return Reflect.construct(target, input, newTarget) as object;
  },
});
