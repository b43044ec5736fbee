/** What a drop carries; taken inside its event, because its items are gone afterwards. */
export interface Dropped {
  /** Files and folders where the browser tells them apart. */
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
}
