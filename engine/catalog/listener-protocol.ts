/** What listeners of load balancers and target groups speak: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const LISTENER_PROTOCOLS = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP'] as const;
export type ListenerProtocol = (typeof LISTENER_PROTOCOLS)[number];

const TCP = 6;
const UDP = 17;

/** The IANA numbers of the packets that a listener or a target takes. */
export function protocolsOf(protocol: ListenerProtocol): readonly number[] {
  switch (protocol) {
    case 'UDP':
      return [UDP];
    case 'TCP_UDP':
      return [TCP, UDP];
    case 'HTTP':
    case 'HTTPS':
    case 'TCP':
    case 'TLS':
      return [TCP];
  }
}
