/** The tables that cloud-init prints about the network and the keys. */
import type { BootInput } from '../boot-input';
import { IMAGES } from '../images';

/** A title over a frame, a row of headings, and rows; every column as wide as its widest cell. */
export function table(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const frame = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  const line = (cells: readonly string[]): string =>
    `|${widths.map((width, column) => ` ${centred(cells[column] ?? '', width)} `).join('|')}|`;
  const spare = Math.max(0, frame.length - title.length);
  const head = `${'+'.repeat(Math.floor(spare / 2))}${title}${'+'.repeat(Math.ceil(spare / 2))}`;
  return [head, frame, line(headings), frame, ...rows.map(line), frame].map((text) => `ci-info: ${text}`);
}

function centred(text: string, width: number): string {
  const before = Math.floor((width - text.length) / 2);
  return `${' '.repeat(before)}${text}${' '.repeat(width - text.length - before)}`;
}

export function networkTables({ family, interfaces }: BootInput): string[] {
  const name = IMAGES[family].interfaceName;
  const named = interfaces.map((one, index) => ({
    ...one,
    device: index === 0 ? name : nextName(name, index),
  }));
  const primary = named[0];
  return [
    ...table(
      'Net device info',
      ['Device', 'Up', 'Address', 'Mask', 'Scope', 'Hw-Address'],
      [
        ...named.map(({ device, privateIp, subnetCidr, macAddress }) => [
          device,
          'True',
          privateIp,
          maskOf(subnetCidr),
          'global',
          macAddress,
        ]),
        ['lo', 'True', '127.0.0.1', '255.0.0.0', 'host', '.'],
        ['lo', 'True', '::1/128', '.', 'host', '.'],
      ],
    ),
    ...(primary
      ? table(
          'Route IPv4 info',
          ['Route', 'Destination', 'Gateway', 'Genmask', 'Interface', 'Flags'],
          [
            ['0', '0.0.0.0', routerOf(primary.subnetCidr), '0.0.0.0', primary.device, 'UG'],
            ['1', networkOf(primary.subnetCidr), '0.0.0.0', maskOf(primary.subnetCidr), primary.device, 'U'],
          ],
        )
      : []),
  ];
}

/** Who may log in with which key. Default users: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/managing-users.html */
export function keyLines({ family, keyName }: BootInput): string[] {
  const user = family === 'ubuntu' ? 'ubuntu' : family === 'debian' ? 'admin' : 'ec2-user';
  if (keyName === undefined) return [`ci-info: no authorized SSH keys fingerprints found for user ${user}.`];
  const title = `Authorized keys from /home/${user}/.ssh/authorized_keys for user ${user}`;
  return table(title, ['Keytype', 'Options', 'Comment'], [['ssh-rsa', '-', keyName]]);
}

/** ens5, ens6 …; eth0, eth1 … */
const nextName = (name: string, index: number): string =>
  name.replace(/\d+$/, (digits) => String(Number(digits) + index));

const lengthOf = (cidr: string): number => Number(cidr.slice(cidr.indexOf('/') + 1));

function maskOf(cidr: string): string {
  const length = lengthOf(cidr);
  return [0, 8, 16, 24].map((from) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - from)))).join('.');
}

export const networkOf = (cidr: string): string => cidr.slice(0, cidr.indexOf('/'));

/** The router of a subnet is its second address: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export function routerOf(cidr: string): string {
  const bytes = networkOf(cidr).split('.');
  return [...bytes.slice(0, 3), String(Number(bytes[3]) + 1)].join('.');
}
