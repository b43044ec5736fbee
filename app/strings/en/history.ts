/** The list of undo steps. */
export const historyText = {
  title: 'History',
  search: 'Find a step',
  hint: (done: number, undone: number) =>
    `${done === 1 ? '1 step' : `${done} steps`} done${undone === 0 ? '' : `, ${undone} taken back`}. Choose one to go there; the clock of the simulation does not move.`,
  opened: 'As it was opened',
  when: { now: 'now', undone: 'taken back' },
  nothing: (query: string) => `No step is called “${query}”.`,
  here: 'The document is there already.',
  went: (label: string, steps: number) => `At “${label}”, ${steps === 1 ? '1 step' : `${steps} steps`} away.`,
};
