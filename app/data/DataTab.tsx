/** What is stored where at the moment shown, and what would survive what. */
import { HardDrive, MemoryStick } from 'lucide-react';
import { useState } from 'react';
import {
  allOf,
  labelOf,
  type LiveState,
  type RunEvent,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../engine';
import { useDocument, useRun } from '../state/hooks';
import { announce, reveal } from '../state/view-store';
import { dataWords as words } from '../strings/en/timeline';
import { actNow } from '../playback/act-now';
import { Button } from '../ui/Button';
import { KindIcon } from '../ui/KindIcon';
import { byUrgency, lossesUntil, sumUp, type Holding } from './losses';

type Fate = 'kept' | 'lost' | 'deleted' | 'unreachable';

interface Row extends Holding {
  readonly key: string;
  readonly owner: ResourceId;
  readonly target: ResourceId;
  readonly to: 'instance-store' | 'root' | ResourceId;
  readonly kind: string;
  readonly medium: 'memory' | 'instance-store' | 'volume';
  /** After a stop and start, a termination, the failure of the zone. */
  readonly after: readonly [Fate, Fate, Fate];
}

export default function DataTab() {
  const live = useRun((state) => state.live);
  const moment = useRun((state) => state.moment);
  const outline = useRun((state) => state.outline);
  const document = useDocument((state) => state.document);
  if (moment === 'design') return <p className="text-soft p-3">{words.notPlayed}</p>;
  const rows = rowsOf(document, live, outline?.events ?? [], moment).sort(byUrgency);
  return (
    <div className="h-full overflow-auto px-3">
      <Summary rows={rows} />
      <table className="w-full border-collapse text-sm">
        <thead className="bg-ground sticky top-0">
          <tr className="text-soft border-line border-b text-left text-xs">
            <th className="py-1 pr-3 font-medium">{words.thing}</th>
            <th className="py-1 pr-3 font-medium">{words.kind}</th>
            <th className="py-1 pr-3 font-medium">{words.holds}</th>
            <th className="py-1 pr-3 font-medium">{words.stop}</th>
            <th className="py-1 pr-3 font-medium">{words.terminate}</th>
            <th className="py-1 pr-3 font-medium">{words.zoneLost}</th>
            <th className="py-1 font-medium">
              <span className="sr-only">{words.write}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DataRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The answer in one line, before the table that gives the reasons. */
function Summary({ rows }: { readonly rows: readonly Row[] }) {
  const { lost, outOfReach, inDanger, safe, all } = sumUp(rows);
  if (all === 0) return null;
  const named = (items: readonly (readonly [string, string])[]) => words.items(items.map(words.item));
  return (
    <p className="m-0 flex flex-wrap gap-x-3 pt-1.5 pb-1 text-sm">
      {lost.length > 0 && <b className="text-bad font-medium">{words.sumLost(named(lost))}</b>}
      {outOfReach.length > 0 && (
        <b className="text-warn font-medium">{words.sumOutOfReach(named(outOfReach))}</b>
      )}
      {inDanger.length > 0 && <b className="font-medium">{words.sumInDanger(named(inDanger))}</b>}
      <b className="text-good font-medium">{words.sumSafe(safe, all)}</b>
    </p>
  );
}

function DataRow({ row }: { readonly row: Row }) {
  const [count, setCount] = useState(1);
  const write = () => {
    const written = actNow('write-data', row.target, { label: `data ${count}`, to: row.to });
    if (written.ok) setCount(count + 1);
    else announce(written.error.message, 'bad');
  };
  return (
    <tr className="border-line border-b">
      <td className="py-0.5 pr-3">
        <button
          type="button"
          className="min-h-6 font-medium hover:underline"
          onClick={() => reveal(row.owner)}
        >
          {row.where}
        </button>
      </td>
      <td className="py-0.5 pr-3">
        <span className="inline-flex items-center gap-1.5">
          {row.medium === 'volume' && <KindIcon kind="volume" size={16} />}
          {row.medium === 'instance-store' && <HardDrive size={15} aria-hidden />}
          {row.medium === 'memory' && <MemoryStick size={15} aria-hidden />}
          {row.kind}
        </span>
      </td>
      <td className={`py-0.5 pr-3 ${row.holds.length === 0 ? 'text-soft italic' : ''}`}>
        {row.holds.length === 0 ? words.empty : row.holds.join(', ')}
        {row.outOfReach && row.holds.length > 0 && (
          <span className="text-warn ml-1.5 font-medium not-italic">{words.unreachable}</span>
        )}
        {row.lost.length > 0 && (
          <span className="text-bad ml-1.5 font-medium not-italic">
            {words.lostHere(row.lost.join(', '))}
          </span>
        )}
      </td>
      {row.after.map((fate, index) => (
        <td key={index} className={`py-0.5 pr-3 ${fate === 'kept' ? 'text-good' : 'text-soft'}`}>
          {words[fate]}
        </td>
      ))}
      <td className="py-0.5 text-right">
        {row.medium !== 'memory' && (
          <Button look="quiet" onClick={write}>
            {words.write}
          </Button>
        )}
      </td>
    </tr>
  );
}

/**
 * What survives which event, as the engine's survival table has it: a volume is out of reach while its zone is out of
 * order, and is there again with its data when the zone is.
 */
function rowsOf(document: Scenario, live: LiveState, events: readonly RunEvent[], moment: number): Row[] {
  const rows: Row[] = [];
  const lostIn = lossesUntil(events, moment);
  for (const machine of allOf(document, 'instance')) {
    const state = live[machine.id];
    const where = labelOf(document, machine.id);
    const common = { owner: machine.id, target: machine.id, where, outOfReach: false, perishable: true };
    const memoryLost = lostIn(machine.id, 'memory');
    if (state?.instanceStore)
      rows.push({
        ...common,
        key: `${machine.id} store`,
        to: 'instance-store',
        kind: words.instanceStore,
        medium: 'instance-store',
        holds: state.instanceStore,
        lost: lostIn(machine.id, 'instanceStore'),
        after: ['lost', 'lost', 'lost'],
      });
    if (state?.memory && state.memory.length + memoryLost.length > 0)
      rows.push({
        ...common,
        key: `${machine.id} memory`,
        to: 'root',
        kind: words.memory,
        medium: 'memory',
        holds: state.memory,
        lost: memoryLost,
        after: ['lost', 'lost', 'lost'],
      });
  }
  for (const disk of allOf(document, 'volume')) {
    const state = live[disk.id];
    const holder = state?.attachedTo ?? null;
    const goes = disk.attachment?.deleteOnTermination ?? false;
    rows.push({
      key: disk.id,
      owner: disk.id,
      target: disk.id,
      to: disk.id,
      where: nameOfDisk(document, disk, holder),
      kind: `${disk.size} GiB ${disk.volumeType}${state?.state ? ` · ${state.state}` : ''}`,
      medium: 'volume',
      holds: state?.data ?? [],
      lost: lostIn(disk.id, 'data'),
      outOfReach: state?.state === 'unavailable',
      perishable: false,
      after: ['kept', goes ? 'deleted' : 'kept', 'unreachable'],
    });
  }
  return rows;
}

function nameOfDisk(document: Scenario, disk: ResourceOf<'volume'>, holder: ResourceId | null): string {
  const label = labelOf(document, disk.id);
  if (!holder) return label;
  const machine = labelOf(document, holder);
  return disk.attachment?.root && disk.name === undefined ? words.rootOf(machine) : words.on(label, machine);
}
