/** Images and their snapshots, as the lifecycle moves them through their states. */
export interface ManagedImage {
  readonly subject: number;
  /** The id that EC2's messages name. */
  readonly id: string;
  /** This account's own: of others' images nothing can be changed. */
  readonly own: boolean;
  /** The script says when it is made; until then it is not there. */
  readonly madeByScript: boolean;
  /** What an import saw. */
  readonly observed?: string;
  /** Subject of the instance it is made from. */
  readonly source?: number;
  readonly noReboot: boolean;
  /** The snapshots it brings along, each with the volume it is taken from. */
  readonly snapshots: readonly { readonly subject: number; readonly disk?: number }[];
}
