/** The search for things in the document. */
export const findText = {
  title: 'Find in the document',
  placeholder: 'Name, id, address, block, tag or kind',
  hint: 'For example web-1, 10.0.1.25, 10.0.0.0/16, env=prod or subnet.',
  nothing: (query: string) => `Nothing here answers to “${query}”.`,
  nothingHint: 'An address finds the subnet around it; key=value finds a tag.',
  count: (at: number, count: number) =>
    at === 0 ? (count === 1 ? '1 hit' : `${count} hits`) : `${at} of ${count}`,
  spoken: (count: number) => (count === 0 ? 'Nothing found' : count === 1 ? '1 hit' : `${count} hits`),
  shown: (name: string, at: number, count: number) => `${name}, ${at} of ${count}`,
  previous: 'Previous hit',
  next: 'Next hit',
  close: 'Close the search',
  types: {
    name: 'By name',
    id: 'By id',
    address: 'By address',
    block: 'By block',
    within: 'The block around it',
    tag: 'By tag',
    kind: 'By kind',
    rule: 'In a rule or route',
    text: 'In other text',
  },
};
