/** AWS output sorted into lists: the elements by id, with the place and the file each was found in. */
import type { HeldList } from './lists';
import type { FolderPlace } from './place';
import type { Foreign } from './values';

export interface Element extends FolderPlace {
  readonly id: string;
  readonly value: Foreign;
  /** Of a reservation: its instances do not repeat it. */
  readonly owner?: string;
  /** The file it was found in. */
  readonly where: string;
  /** Of an other resource: what it is, in AWS's words. */
  readonly resourceType?: string;
}

export interface Collected {
  readonly lists: Readonly<Record<HeldList, Map<string, Element>>>;
  /** Lists that were given, if only empty: what is not in them does not exist. */
  readonly given: Set<string>;
  /** Answers of describe-vpc-attribute by VPC. */
  readonly vpcAttributes: Map<string, Foreign>;
  /** Answers of describe-vpc-block-public-access-options, one a region and account. */
  readonly publicAccessBlocks: readonly PublicAccessBlock[];
  /** Answers that do not repeat what they were asked about. */
  readonly answers: readonly Answer[];
}

export interface PublicAccessBlock {
  /** Absent: every one. */
  readonly region?: string;
  readonly account?: string;
  readonly mode: string;
}

/** A file's parsed contents. */
export interface ForeignFile {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** `TagDescriptions` name what each is of, one by one. */
export type AnswerList =
  'TargetHealthDescriptions' | 'Attributes' | 'Entries' | 'Listeners' | 'TagDescriptions';

export interface Answer extends FolderPlace {
  readonly list: AnswerList;
  /** The file it was found in. */
  readonly where: string;
  readonly elements: readonly Foreign[];
  /** Id or ARN that stands beside the list. */
  readonly subject?: string;
}
