/** Pictures that the first drag can do without: they come right after the first paint. */
import {
  Camera,
  CircleHelp,
  Disc3,
  FolderTree,
  KeyRound,
  List,
  Map,
  MapPin,
  Package,
  Server,
  Target,
} from 'lucide-react';
import type { ComponentType } from 'react';
import ElasticIpAddress from 'aws-react-icons/icons/ResourceAmazonEC2ElasticIPAddress';
import ElasticNetworkInterface from 'aws-react-icons/icons/ResourceAmazonVPCElasticNetworkInterface';
import InternetGateway from 'aws-react-icons/icons/ResourceAmazonVPCInternetGateway';
import NatGateway from 'aws-react-icons/icons/ResourceAmazonVPCNATGateway';
import VpcEndpoints from 'aws-react-icons/icons/ResourceAmazonVPCEndpoints';
import PeeringConnection from 'aws-react-icons/icons/ResourceAmazonVPCPeeringConnection';
import LoadBalancer from 'aws-react-icons/icons/ResourceElasticLoadBalancingApplicationLoadBalancer';

type Icon = ComponentType<{ size?: number | string }>;

/** AWS has no picture of one: a gateway's ring with an arrow that only leaves. */
function EgressOnlyIcon({ size = 24 }: { size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.4">
      <circle cx="12" cy="12" r="10" />
      <path d="M12 17V7m-4 4 4-4 4 4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

const ICONS: Readonly<Record<string, { readonly icon: Icon; readonly colour: string }>> = {
  'network-interface': { icon: ElasticNetworkInterface as Icon, colour: 'var(--network)' },
  'internet-gateway': { icon: InternetGateway as Icon, colour: 'var(--network)' },
  'nat-gateway': { icon: NatGateway as Icon, colour: 'var(--network)' },
  'elastic-ip': { icon: ElasticIpAddress as Icon, colour: 'var(--compute)' },
  region: { icon: Map, colour: 'var(--place)' },
  zone: { icon: MapPin, colour: 'var(--place)' },
  'load-balancer': { icon: LoadBalancer as Icon, colour: 'var(--network)' },
  'target-group': { icon: Target, colour: 'var(--network)' },
  'vpc-endpoint': { icon: VpcEndpoints as Icon, colour: 'var(--network)' },
  'vpc-peering-connection': { icon: PeeringConnection as Icon, colour: 'var(--network)' },
  'egress-only-internet-gateway': { icon: EgressOnlyIcon, colour: 'var(--network)' },
  'prefix-list': { icon: List, colour: 'var(--security)' },
  image: { icon: Disc3, colour: 'var(--compute)' },
  snapshot: { icon: Camera, colour: 'var(--storage)' },
  'key-pair': { icon: KeyRound, colour: 'var(--security)' },
  'dedicated-host': { icon: Server, colour: 'var(--compute)' },
  bucket: { icon: Package, colour: 'var(--storage)' },
  'file-system': { icon: FolderTree, colour: 'var(--storage)' },
  'other-resource': { icon: CircleHelp, colour: 'var(--text-soft)' },
};

export const LATE_KINDS: readonly string[] = Object.keys(ICONS);

export default function LateKindIcon({ kind, size }: { readonly kind: string; readonly size: number }) {
  const entry = ICONS[kind];
  if (!entry) return null;
  const { icon: Picture, colour } = entry;
  return (
    <span aria-hidden className="kind-icon" style={{ color: colour, width: size, height: size }}>
      <Picture size={size} />
    </span>
  );
}
