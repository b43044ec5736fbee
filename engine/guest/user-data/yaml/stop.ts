/** Leaves a nested reader at once; `readYaml` turns it into a result, it goes no further. */
export class YamlStop extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}
