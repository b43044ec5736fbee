/** A question as the options of `trace`, to be pasted into a shell. */
import type { PathQuery } from '../engine/model/path';

export function optionsOf(query: PathQuery): string {
  const options: readonly (readonly [string, string | number | undefined])[] = [
    ['from', query.from],
    ['to', query.to],
    ['protocol', query.protocol],
    ['port', query.port],
    ['source-port', query.sourcePort],
    ['icmp-type', query.icmpType],
    ['icmp-code', query.icmpCode],
    ['source-address', query.sourceAddress],
  ];
  const given = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quoted(`${value}`)}`],
  );
  return [...given, ...(query.ignoreServices === true ? ['--ignore-services'] : [])].join(' ');
}

/** For a shell. */
const quoted = (text: string): string =>
  /^[\w.:/@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
