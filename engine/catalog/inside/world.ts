/** What the questions about the inside of an instance are answered from. */
import type { LiveState } from '../../model/live';
import type { Run } from '../run';
import type { Scenario } from '../descriptors';
import type { ScenarioNetwork } from '../network-roles';

export interface InsideWorld {
  readonly document: Scenario;
  /** `design`: as if everything were running. */
  readonly at: 'design' | number;
  readonly live: LiveState;
  /** Of the moment asked about; compiled when it is asked for. */
  readonly network: () => Promise<ScenarioNetwork>;
  readonly run: () => Promise<Run>;
  /** Where somebody who wants to log in sits: an end as a trace takes it. Absent: `internet`. */
  readonly from?: string;
}
