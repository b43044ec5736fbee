/** What stands in boxes beside instances: interfaces, gateways, volumes, chips on the shelf, the Internet. */
import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { canvasText as text } from '../../strings/en/canvas';
import type { CanvasNode } from '../projection/nodes';
import type { GatewayData, InterfaceData, ShelfData, VolumeData } from '../projection/thing';
import { useLiveState } from './look';
import { Chip, Port, Thing } from './parts';
import { Picture } from './Picture';
import { cutAt } from './words';

/** An interface in its own subnet: a further one of an instance, or one that belongs to none. */
export const InterfaceNode = memo(function InterfaceNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as InterfaceData;
  return (
    <Thing thing={thing} className="card">
      <Port port={thing.port} docked={false} />
      <Picture kind={thing.kind} size={20} />
      <div className="card-words">
        <div className="address" {...cutAt(84, thing.port.address)}>
          {thing.port.address}
        </div>
        <div className="card-detail" data-cut>
          {thing.detail}
        </div>
      </div>
    </Thing>
  );
});

export const NatNode = memo(function NatNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as GatewayData;
  const state = useLiveState(thing.id);
  const down = state === 'unavailable';
  const word = state === undefined ? undefined : (text.states[state] ?? state);
  const detail = down && word !== undefined ? word : thing.detail;
  return (
    <Thing thing={thing} live={word}>
      <Picture kind={thing.kind} size={30} />
      <div className={down ? 'card-title tone-bad' : 'card-title'} data-cut>
        {down && `${text.down} `}
        {thing.title}
      </div>
      {thing.chips[0] ? (
        <Chip chip={{ ...thing.chips[0], name: detail }} />
      ) : (
        <div className="card-detail" data-cut>
          {detail}
        </div>
      )}
    </Thing>
  );
});

/** On the border of its VPC. */
export const BorderNode = memo(function BorderNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as GatewayData;
  return (
    <Thing thing={thing}>
      <Picture kind={thing.kind} size={28} />
      <span className="border-name" data-cut>
        {thing.title}
      </span>
    </Thing>
  );
});

/** A gateway that no VPC has yet. */
export const GatewayNode = memo(function GatewayNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as GatewayData;
  return (
    <Thing thing={thing}>
      <Picture kind={thing.kind} size={28} />
      <div className="card-title" data-cut>
        {thing.title}
      </div>
      <div className="card-detail" data-cut>
        {thing.detail}
      </div>
    </Thing>
  );
});

export const WorldNode = memo(function WorldNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as GatewayData;
  return (
    <Thing thing={thing} className="card">
      <Picture kind={thing.kind} size={20} />
      <span className="card-title" data-cut>
        {thing.title}
      </span>
      <span className="card-detail" data-cut>
        {thing.detail}
      </span>
    </Thing>
  );
});

export const VolumeNode = memo(function VolumeNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as VolumeData;
  return (
    <Thing thing={thing} className="card">
      <Picture kind="volume" size={20} />
      <div className="card-words">
        <div className="card-title" data-cut>
          {thing.title}
        </div>
        <div className="card-detail" data-cut>
          {thing.detail}
        </div>
      </div>
    </Thing>
  );
});

/** A chip that hangs on nothing, or a group that must stay a thing to drop on. */
export const ShelfNode = memo(function ShelfNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as ShelfData;
  return (
    <Thing thing={thing}>
      <Picture kind={thing.chip.kind} size={16} />
      <span className="card-title" data-cut>
        {thing.title}
      </span>
      {thing.detail && (
        <span className="card-detail" data-cut>
          {thing.detail}
        </span>
      )}
    </Thing>
  );
});
