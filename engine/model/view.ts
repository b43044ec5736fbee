/** What the network compiler reads: a document and how things are at a moment. Never the document alone. */
import type { ScenarioDocument } from './document';
import type { LiveState } from './live';
import type { ResourceBase } from './resource';

export interface NetworkView<R extends ResourceBase = ResourceBase> {
  readonly document: ScenarioDocument<R>;
  /** `design`: as if everything were running; otherwise ms since time 0. */
  readonly at: 'design' | number;
  readonly live: LiveState;
}
