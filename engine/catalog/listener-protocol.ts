/** What listeners of load balancers and target groups speak: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const LISTENER_PROTOCOLS = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP'] as const;
export type ListenerProtocol = (typeof LISTENER_PROTOCOLS)[number];
