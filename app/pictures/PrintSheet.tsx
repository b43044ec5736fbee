/** What is on the sheet. Black on white whatever the theme. */
import { pictures } from '../strings/en/pictures';
import type { Row } from './address-rows';

/** More rows than this are a book; the file has them all. */
const MOST_ROWS = 400;

export function PrintSheet(props: {
  readonly title: string;
  /** Address of the picture. */
  readonly picture: string;
  readonly networks: readonly Row[];
  readonly interfaces: readonly Row[];
}) {
  const text = pictures.sheet;
  return (
    <article>
      <h1>{props.title}</h1>
      <img src={props.picture} alt={text.made(props.title)} />
      <section>
        <h2>{text.legend}</h2>
        <ul className="print-legend">
          {(['region', 'vpc', 'lane', 'public', 'private', 'group', 'attachment', 'peering'] as const).map(
            (sign) => (
              <li key={sign}>
                <span className={`print-sign print-sign-${sign}`} />
                {text.boxes[sign]}
              </li>
            ),
          )}
        </ul>
      </section>
      <Table title={text.networks} columns={text.networkColumns} rows={props.networks} />
      <Table title={text.interfaces} columns={text.interfaceColumns} rows={props.interfaces} />
      <p>{text.privateNote}</p>
    </article>
  );
}

function Table(props: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}) {
  const { title, columns, rows } = props;
  if (rows.length === 0) return null;
  // A column without an entry is left out: paper is narrow.
  const kept = columns.flatMap((_, index) => (rows.some((row) => row[index] !== '') ? [index] : []));
  return (
    <section>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {kept.map((index) => (
              <th key={index} scope="col">
                {columns[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, at) => (
            <tr key={at}>
              {kept.map((index) => (
                <td key={index}>{row[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>{pictures.sheet.more(rows.length - MOST_ROWS)}</p>}
    </section>
  );
}
