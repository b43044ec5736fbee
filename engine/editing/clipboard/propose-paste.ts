/** Pasting and duplicating as one proposal: one change set, one undo, and what was left out. */
import type { Resource, Scenario } from '../../catalog/descriptors';
import { labelOf } from '../../catalog/lookup';
import type { PlaceId, Proposal } from '../../model/proposal';
import type { ResourceId } from '../../model/resource';
import { Draft } from '../draft';
import type { Refused } from '../plan';
import { SOURCES } from '../sources';
import { subnetFullRefusal } from '../subnet-full';
import { carriersOf } from './carriers';
import { clip } from './clip';
import type { Clipping } from './clipping';
import { makeGround } from './ground';
import { homeFor, type Home, type Meant } from './homes';
import { layOutPasted, type Spot } from './lay-out-pasted';
import { SubnetFull } from './make-standing';
import { paste } from './paste';
import { readClipping } from './read-clipping';

type PasteProposal = Proposal<Resource>;

interface Wanted {
  /** `Paste` or `Duplicate`. */
  readonly verb: string;
  readonly keeping: boolean;
  readonly into?: PlaceId | undefined;
  readonly meant: Meant;
  readonly spot?: Spot | undefined;
}

export interface PasteIntent {
  readonly text: string;
  readonly keeping: boolean;
  readonly into?: PlaceId;
  readonly at?: { readonly x: number; readonly y: number };
}

/** @returns a refusal too where the text is not ours, with what is wrong with it. */
export function proposePaste(document: Scenario, { text, keeping, into, at }: PasteIntent): PasteProposal {
  const read = readClipping(text);
  if (!read.ok)
    return { accepted: false, rule: 'CLIPBOARD-001', message: read.error.message, source: SOURCES.errors };
  const spot = spotOf(into, at);
  const meant = spot ? 'pointed' : 'selected';
  return proposeCopies(document, read.value, { verb: 'Paste', keeping, into, meant, spot });
}

/** Another one like this, beside it or where it is dropped: with the same groups, tables and placement group. */
export function proposeDuplicate(
  document: Scenario,
  ids: readonly ResourceId[],
  into?: PlaceId,
  at?: { readonly x: number; readonly y: number },
): PasteProposal {
  const clipping = clip(document, ids);
  if (!clipping)
    return {
      accepted: false,
      rule: 'CLIPBOARD-002',
      message: 'Nothing of this can be copied: regions, zones and the Internet are there once.',
      source: SOURCES.errors,
    };
  const spot = spotOf(into, at);
  const meant = spot ? 'dropped' : 'selected';
  return proposeCopies(document, clipping, { verb: 'Duplicate', keeping: true, into, meant, spot });
}

const spotOf = (into: PlaceId | undefined, at: Spot['at'] | undefined): Spot | undefined =>
  into === undefined || at === undefined ? undefined : { into, at };

function proposeCopies(document: Scenario, clipping: Clipping, wanted: Wanted): PasteProposal {
  const found = homesOf(document, clipping, wanted.into, wanted.meant);
  if (found.homes.size === 0 && found.refused) return refusedWith(document, clipping, wanted, found.refused);
  return compose(document, new Draft(document), clipping, wanted, found);
}

interface Homes {
  readonly homes: ReadonlyMap<ResourceId, Home>;
  readonly refused?: Refused | undefined;
  readonly left: readonly string[];
}

function homesOf(document: Scenario, clipping: Clipping, into: PlaceId | undefined, meant: Meant): Homes {
  const homes = new Map<ResourceId, Home>();
  const left: string[] = [];
  let refused: Refused | undefined;
  for (const id of clipping.roots) {
    const root = clipping.resources.find((resource) => resource.id === id);
    if (!root) continue;
    const found = homeFor(document, clipping, root, into, meant);
    if (found.ok) homes.set(id, found.home);
    else {
      refused ??= found;
      left.push(root.name ?? id);
    }
  }
  return { homes, refused, left };
}

function compose(
  document: Scenario,
  draft: Draft,
  clipping: Clipping,
  { verb, keeping, spot }: Wanted,
  { homes, left: homeless }: Homes,
): PasteProposal {
  const placed = only(clipping, homes);
  try {
    const { ids, left, notes: said } = paste(draft, placed, homes, keeping);
    layOutPasted(draft, document, placed, ids, spot);
    const selected = placed.roots.flatMap((root) => ids.get(root) ?? []);
    const [first] = selected;
    if (first === undefined)
      return {
        accepted: false,
        rule: 'CLIPBOARD-003',
        message: `There is no room or no place here for ${placed.roots.map((id) => nameIn(placed, id)).join(', ')}.`,
        source: SOURCES.errors,
      };
    const label =
      selected.length > 1
        ? `${verb} ${selected.length} things`
        : `${verb} ${verb === 'Duplicate' ? nameIn(placed, placed.roots[0] ?? '') : labelOf(draft.document, first)}`;
    const without = [...new Set([...left, ...homeless])];
    const notes = [...said, ...(without.length === 0 ? [] : [`Left out: ${without.join(', ')}.`])];
    return {
      accepted: true,
      changeSet: { label, changes: draft.changes },
      selects: first,
      selected,
      ...(notes.length === 0 ? {} : { notes }),
    };
  } catch (error) {
    if (!(error instanceof SubnetFull)) throw error;
    const full = subnetFullRefusal({ document }, error.subnetId);
    return {
      accepted: false,
      rule: full?.rule ?? 'InsufficientFreeAddressesInSubnet',
      message:
        full?.message ??
        `There are not enough free addresses in ${labelOf(document, error.subnetId)}. Paste fewer things, or into another subnet.`,
      source: SOURCES.subnetSizing,
    };
  }
}

const nameIn = (clipping: Clipping, id: ResourceId): string =>
  clipping.resources.find((resource) => resource.id === id)?.name ?? id;

/** Without the roots that found no home, and what goes along with them. */
function only(clipping: Clipping, homes: ReadonlyMap<ResourceId, Home>): Clipping {
  const roots = clipping.roots.filter((id) => homes.has(id));
  if (roots.length === clipping.roots.length) return clipping;
  const carriers = carriersOf(clipping);
  const resources = clipping.resources.filter(({ id }) => homes.has(carriers.get(id) ?? id));
  return { ...clipping, roots, resources };
}

/** What it was dropped on takes a subnet for it, or a document has no network at all: that is offered along. */
function refusedWith(
  document: Scenario,
  clipping: Clipping,
  wanted: Wanted,
  refused: Refused,
): PasteProposal {
  const { rule, message, source } = refused;
  const plain: PasteProposal = { accepted: false, rule, message: withoutQuestion(message), source };
  const draft = new Draft(document);
  const ground = makeGround(draft, wanted, standsInSubnet(clipping));
  if (!ground) return plain;
  const found = homesOf(draft.document, clipping, ground.place, 'dropped');
  if (found.homes.size === 0) return plain;
  const proposal = compose(document, draft, clipping, wanted, found);
  if (!proposal.accepted) return plain;
  const { changeSet, selects } = proposal;
  const copies = changeSet.label.replace(/^\w/, (letter) => letter.toLowerCase());
  return {
    ...plain,
    message,
    offer: { ...changeSet, label: `Add ${ground.label} and ${copies}`, ...(selects ? { selects } : {}) },
  };
}

const standsInSubnet = ({ roots, resources }: Clipping): boolean =>
  resources.some(({ id, kind }) => kind !== 'subnet' && roots.includes(id));

/** Nothing is asked where nothing is offered. */
const withoutQuestion = (message: string): string =>
  message
    .split(/(?<=[.?!]) /)
    .filter((sentence) => !sentence.endsWith('?'))
    .join(' ');
