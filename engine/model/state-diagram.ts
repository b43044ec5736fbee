/** One row of the state × action table, as it is shown. */
export interface CallRow {
  readonly call: string;
  readonly label: string;
  readonly cells: readonly {
    readonly state: string;
    /** `error`: an error code of EC2 or a sentence. */
    readonly does: 'acts' | 'nothing' | 'error';
    readonly detail: string;
    /** `unknown`: AWS says nothing, this is our reading. */
    readonly known: 'documented' | 'observed' | 'unknown';
  }[];
}
