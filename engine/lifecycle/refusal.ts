/** What EC2 answers instead of doing it. */
export interface Refusal {
  /** An error code of EC2; absent where the refusal is not EC2's. */
  readonly code?: string;
  readonly message: string;
}
