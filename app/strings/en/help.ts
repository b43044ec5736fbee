export const help = {
  title: 'Help and keys',
  keysTitle: 'Keys',
  outlineTitle: 'In the outline',
  outlineKeys: [
    ['↑ ↓', 'walk the rows'],
    ['→ ←', 'open, close, or go to the box around'],
    ['Home End', 'first, last row'],
    ['letters', 'jump to a name'],
    ['Enter', 'select and inspect'],
    ['F2', 'rename'],
    ['Delete', 'delete'],
    ['Shift+F10', 'what can be done with the row'],
  ] as readonly (readonly [string, string])[],
  modelTitle: 'What is simulated',
  model: [
    'Packets are judged as EC2 judges them: security groups (stateful), network ACLs (stateless, in order), route tables (longest prefix), internet and NAT gateways, the source/destination check, both ways.',
    'Instances boot, stop, start, reboot and end with AWS’s states and times; what happens to addresses, names, volumes and instance store follows.',
    'Peering, transit gateways, endpoints, load balancers and managed firewalls are not modelled yet. Where one could matter, the answer says so instead of guessing.',
    'Every rule names the AWS page it comes from. The full list is in docs/fidelity.md of this project.',
  ] as readonly string[],
  privacy: 'Everything runs in this browser. Nothing you draw, open or paste is sent anywhere.',
};
