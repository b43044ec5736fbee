/** What an edit led to, as it is told after what was done. */
export const narrateText = {
  address: (address: string) => `has the new address ${address}`,
  lost: 'is no longer reachable from the Internet',
  gained: (on: string) => `is now reachable from the Internet on ${on}`,
  manyLost: (count: number) => `${count} things are no longer reachable from the Internet`,
  manyGained: (count: number) => `${count} things are now reachable from the Internet`,
  /** Of what the sentence before was about. */
  it: (done: string, phrases: string) => `${done}: it ${phrases}`,
  other: (name: string, phrases: string) => `${name} ${phrases}`,
  both: (phrases: readonly string[]) => phrases.join(' and '),
  sentences: (sentences: readonly string[]) => sentences.join('. '),
};
