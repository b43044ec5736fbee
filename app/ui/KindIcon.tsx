/** The picture of a resource kind: AWS's where there is one, drawn here where there is none. Decorative: the name stands beside it. */
import { Globe, ListOrdered, Route, ShieldCheck } from 'lucide-react';
import type { ComponentType } from 'react';
import ElasticBlockStoreVolume from 'aws-react-icons/icons/ResourceAmazonElasticBlockStoreVolume';
import Ec2Instance from 'aws-react-icons/icons/ResourceAmazonEC2Instance';
import VirtualPrivateCloud from 'aws-react-icons/icons/ResourceAmazonVPCVirtualprivatecloudVPC';
import { later } from './later';

const LateKindIcon = later(
  () => import('./LateKindIcon'),
  ({ size }) => <span className="kind-icon" style={{ width: size, height: size }} />,
);

type Icon = ComponentType<{ size?: number | string }>;

/** A dashed ring: AWS has no picture of a placement group. */
function PlacementGroupIcon({ size = 24 }: { size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.2">
      <circle cx="12" cy="12" r="9" strokeDasharray="4 3" />
    </svg>
  );
}

function SubnetIcon({ size = 24 }: { size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2">
      <rect x="3" y="5" width="18" height="14" rx="2.5" fill="currentColor" fillOpacity="0.14" />
    </svg>
  );
}

const ICONS: Record<string, { readonly icon: Icon; readonly colour: string }> = {
  vpc: { icon: VirtualPrivateCloud as Icon, colour: 'var(--vpc)' },
  subnet: { icon: SubnetIcon, colour: 'var(--public)' },
  instance: { icon: Ec2Instance as Icon, colour: 'var(--compute)' },
  'placement-group': { icon: PlacementGroupIcon, colour: 'var(--network)' },
  'route-table': { icon: Route, colour: 'var(--network)' },
  volume: { icon: ElasticBlockStoreVolume as Icon, colour: 'var(--storage)' },
  'security-group': { icon: ShieldCheck, colour: 'var(--security)' },
  'network-acl': { icon: ListOrdered, colour: 'var(--security)' },
  internet: { icon: Globe, colour: 'var(--text)' },
};

export const PICTURED_KINDS: readonly string[] = Object.keys(ICONS);

export function KindIcon({ kind, size = 20 }: { readonly kind: string; readonly size?: number }) {
  const entry = ICONS[kind];
  if (!entry) return <LateKindIcon kind={kind} size={size} />;
  const { icon: Picture, colour } = entry;
  // AWS icons carry a fixed fill and a file name as title: the style recolours them, and no pointer finds the title.
  return (
    <span aria-hidden className="kind-icon" style={{ color: colour, width: size, height: size }}>
      <Picture size={size} />
    </span>
  );
}
