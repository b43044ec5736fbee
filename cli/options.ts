/** Splits a command's arguments into inputs and options, and says clearly what is wrong with them. */
import { fail, ok, type Result } from '../engine/model/result';

export interface OptionShape {
  readonly name: string;
  /** What its value is called in the help; none for a switch. */
  readonly value?: string;
  readonly help: string;
  /** One letter that stands for it. */
  readonly short?: string;
}

export interface Options {
  readonly inputs: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/**
 * @param args what follows the command's name
 * @returns inputs, values and switches; fails with `not-allowed` for an option that is not known, given twice or without value
 */
export function parseOptions(args: readonly string[], shapes: readonly OptionShape[]): Result<Options> {
  const inputs: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') {
      inputs.push(...rest);
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      inputs.push(arg);
      continue;
    }
    const [given = arg, ...assigned] = arg.split('=');
    const shape = shapes.find(
      ({ name, short }) => given === `--${name}` || (short !== undefined && given === `-${short}`),
    );
    if (!shape)
      return fail(
        'not-allowed',
        `The option ${given} is not known here; allowed: ${shapes.map(({ name }) => `--${name}`).join(', ')}.`,
      );
    const option = `--${shape.name}`;
    if (shape.value === undefined) {
      if (assigned.length > 0)
        return fail('not-allowed', `${option} takes no value; it was given "${assigned.join('=')}".`);
      switches.add(shape.name);
      continue;
    }
    const value = assigned.length > 0 ? assigned.join('=') : rest.shift();
    if (value === undefined) return fail('not-allowed', `${option} needs a value: ${option} ${shape.value}.`);
    if (values.has(shape.name)) return fail('not-allowed', `${option} was given twice; it is allowed once.`);
    values.set(shape.name, value);
  }
  return ok({ inputs, values, switches });
}

/** A whole number in a range, for instance a port. */
export function parseInteger(option: string, value: string, min: number, max: number): Result<number> {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  return number >= min && number <= max
    ? ok(number)
    : fail('not-allowed', `${option} is "${value}"; allowed: a whole number from ${min} to ${max}.`);
}
