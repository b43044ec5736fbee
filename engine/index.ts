/**
 * The front door for the page: types, the list of kinds, changes and geometry that are small enough to load at once; what
 * it needs later is behind `late.ts`.
 * What judges (network, time, editing, validation) is behind the worker's contract.
 */
import type { InstanceTypeName } from './facts/instance-type-names';
import type * as Search from './search';

export { DESCRIPTORS, descriptorOf } from './catalog/descriptors';
export type {
  Kind,
  Resource,
  ResourceOf,
  Scenario,
  ScenarioChange,
  ScenarioChangeSet,
  ScenarioDiagnostic,
  ScenarioPath,
} from './catalog/descriptors';
export {
  allOf,
  defaultNetworkAcl,
  defaultSecurityGroup,
  get,
  getKind,
  interfacesOf,
  labelOf,
  mainRouteTable,
  networkAclOf,
  primaryInterface,
  routeTableOf,
  serviceUsing,
  sorted,
  subnetOfInstance,
  volumesOf,
} from './catalog/lookup';
export {
  BOXES,
  BORDER_ICON,
  contentsOf,
  dropCandidates,
  fit,
  holdingsOf,
  INSTANCE_CARD,
  isPublic,
  MAX_DISK_ROWS,
  nameSaysInstanceStore,
  NAT_CARD,
  parseLaneKey,
  PORT,
  ROOT,
  SHELF_CHIP,
  shownAs,
  VOLUME_CARD,
  within,
  WORLD_CARD,
  type CountedKind,
  type Drawing,
  type Drawn,
  type DrawnKind,
  type Holding,
  type PlaceKey,
  type Point,
  type Rect,
  type Size,
} from './drawing';
export type { InstanceTypeName } from './facts/instance-type-names';
export { applyChanges } from './model/change';
export type { Diagnostic, Severity } from './model/diagnostic';
export type { Check, Observed, ScriptAction, Slide } from './model/document';
export type { ImportLine, InputFile } from './model/import';
export { MAX_LINK_SELECTION, type LinkArea, type LinkState } from './model/link-state';
export type { Inspection } from './model/inspection';
export type { CheckOutcome, CheckResult } from './model/check';
export type { Difference, DifferenceQuestion, PairDifference } from './model/difference';
export type {
  BootStepShown,
  ConsoleAnswer,
  InsideAnswer,
  InsideQuestion,
  LoginAnswer,
  LoginWay,
  MetadataAnswer,
  MetadataEntry,
  StatesAnswer,
} from './model/inside';
export type { CallRow } from './model/state-diagram';
export type { FutureDifference } from './model/future-difference';
export type { Category, Field, KindDescriptor } from './model/kind';
export type {
  ActionOption,
  InstanceState,
  LiveChange,
  LiveField,
  LiveFields,
  LiveState,
  RunEvent,
  RunMoment,
  RunOutline,
} from './model/live';
export type { Blocker, Hop, Packet, PathQuery, PathResult, Resolution, Verdict } from './model/path';
export {
  CANVAS,
  type Carried,
  type Connection,
  type Intent,
  type PlaceId,
  type PlaceOption,
  type Proposal,
} from './model/proposal';
export type { CloseWay, Closing, DiffLine, Repair, RepairAction, RepairEdit } from './model/repair';
export type { LayoutBox, ResourceId } from './model/resource';
export type { Failure, Result } from './model/result';
export type { ReviewedRule, RulesReview, RuleState } from './model/rule-review';
export type {
  Exposure,
  ExposureLine,
  ExposureQuestion,
  ExposureReason,
  ReachGroup,
  ReachMatrix,
  ReachMember,
  ReachSet,
  TrafficBox,
} from './model/traffic';
export { emptyScenario } from './persistence/empty';

/** The names of all instance types for a picker; not part of what a page loads first. */
export const loadInstanceTypeNames = (): Promise<readonly InstanceTypeName[]> =>
  import('./facts/instance-type-names').then((module) => module.INSTANCE_TYPE_NAMES);

/** Search is loaded when somebody searches. */
export type { Match, MatchType, SearchHit } from './search';
export const loadSearch = (): Promise<typeof Search> => import('./search');
