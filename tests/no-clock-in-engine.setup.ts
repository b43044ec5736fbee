/**
 * ESLint keeps the clock, randomness and inexact arithmetic out of the engine's own code. This does the same for what
 * the engine reaches through a dependency: the globals throw when the nearest caller that is not a package is engine code.
 */
const ENGINE_FILE = /[\\/]engine[\\/](?!testing[\\/])(?:[^\s():]+[\\/])?[^\s():\\/]+(?<!\.test)\.tsx?$/;
const RUNNER_FILE = /node_modules[\\/](?:@vitest|vitest|vite|fast-check|tinybench)[\\/]/;
const TEST_FILE = /\.test\.tsx?$/;

/** The files on the stack, nearest first; without their places in the source, which take long to find. */
function filesOnStack(depth: number): readonly string[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = depth;
  Error.prepareStackTrace = (_, sites) => sites;
  const sites = new Error().stack as unknown as readonly NodeJS.CallSite[];
  Error.stackTraceLimit = stackTraceLimit;
  Error.prepareStackTrace = prepareStackTrace;
  return sites.map((site) => site.getScriptNameOrSourceURL() ?? '');
}

/** Whether engine code is on the stack before the test or the test runner is; nothing if neither is so near. */
function isEngineNearest(depth: number): boolean | undefined {
  for (const file of filesOnStack(depth)) {
    if (RUNNER_FILE.test(file) || TEST_FILE.test(file)) return false;
    if (ENGINE_FILE.test(file)) return true;
  }
  return undefined;
}

/** The nearest frames tell nearly always: a property draws its samples by a logarithm, a million times. */
const isCalledByEngine = (): boolean => isEngineNearest(6) ?? isEngineNearest(60) ?? false;

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

function forbidAll(): void {
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
}

/** Once for each thread: files that share one share these globals too. */
const DONE = Symbol.for('clock and chance are guarded');
if (!Reflect.has(globalThis, DONE)) {
  Reflect.set(globalThis, DONE, true);
  forbidAll();
}
