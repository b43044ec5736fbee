/** Words that stand before a command and change nothing about what it is. */
import type { Expanded } from './expansion';

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  sudo: ['-u', '-g', '-h', '-p'],
  nohup: [],
  env: ['-u'],
  time: [],
  exec: [],
  command: [],
  nice: ['-n'],
};

/** `sudo -u ec2-user npm start` is `npm start`. */
export function withoutPrefix(words: readonly Expanded[]): readonly Expanded[] {
  let index = 0;
  for (;;) {
    const withValue = PREFIXES[words[index]?.text ?? ''];
    if (!withValue || !words[index + 1]) return words.slice(index);
    index += 1;
    while (words[index]?.text.startsWith('-') === true)
      index += withValue.includes(words[index]?.text ?? '') ? 2 : 1;
    while (/^[A-Za-z_][A-Za-z0-9_]*=/.test(words[index]?.text ?? '')) index += 1;
    if (!words[index]) return words;
  }
}
