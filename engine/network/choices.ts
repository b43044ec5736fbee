/** Where something on the way picks one of several (a node of a load balancer, a target), every pick is tried. */

/** What was picked at each fork of one walk, and what is still to be tried. */
export interface Choices {
  /** Picks at the first forks; further forks take the first. */
  readonly script: readonly number[];
  readonly made: Choice[];
}

export interface Choice {
  readonly picked: number;
  readonly of: number;
  /** What was picked, in words; empty where there was only one. */
  readonly label: string;
}

export const createChoices = (script: readonly number[] = []): Choices => ({ script, made: [] });

/** @returns one of the options; they are never none. */
export function choose<T>(
  choices: Choices,
  options: readonly [T, ...T[]],
  labelOf: (option: T) => string,
): T {
  const wanted = choices.script[choices.made.length] ?? 0;
  const picked = Math.min(wanted, options.length - 1);
  const option = options[picked] ?? options[0];
  choices.made.push({ picked, of: options.length, label: options.length > 1 ? labelOf(option) : '' });
  return option;
}

/** The next script in order; `null` when every pick has been tried. */
export function nextScript(made: readonly Choice[]): readonly number[] | null {
  for (let index = made.length - 1; index >= 0; index -= 1) {
    const choice = made[index];
    if (choice && choice.picked + 1 < choice.of)
      return [...made.slice(0, index).map(({ picked }) => picked), choice.picked + 1];
  }
  return null;
}

/** More ways than this through load balancers are not all tried. */
export const MOST_WAYS = 64;
