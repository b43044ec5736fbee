/** What a YAML text says: https://yaml.org/spec/1.2.2/ as far as docs/user-data.md lists it. Every node knows its line. */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

export interface YamlScalar {
  readonly type: 'scalar';
  /** As text; `true`, `~` and numbers are left to the reader. */
  readonly text: string;
  readonly quoted: boolean;
  /** Line of the whole text at which the text begins. */
  readonly line: number;
}

export interface YamlSequence {
  readonly type: 'sequence';
  readonly items: readonly YamlNode[];
  readonly line: number;
}

export interface YamlMapping {
  readonly type: 'mapping';
  readonly entries: readonly { readonly key: string; readonly line: number; readonly value: YamlNode }[];
  readonly line: number;
}

export interface YamlProblem {
  readonly line: number;
  /** A sentence. */
  readonly message: string;
}

export type YamlResult =
  { readonly ok: true; readonly value: YamlNode } | { readonly ok: false; readonly error: YamlProblem };

export interface YamlLine {
  readonly indent: number;
  /** Without its indentation. */
  readonly text: string;
  readonly raw: string;
  readonly number: number;
}

export const emptyScalar = (line: number): YamlScalar => ({ type: 'scalar', text: '', quoted: false, line });
