/** What a check of the document came to. */
export interface CheckResult {
  readonly id: string;
  readonly holds: boolean;
  readonly title: string;
  readonly message: string;
}
