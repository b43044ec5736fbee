/** The JSON Schema of a scenario file, for editors that check while one types. */
import * as z from 'zod/mini';
import { FILE_SCHEMA } from './schema';

/** @returns the text of `public/schema/scenario.schema.json` */
export function makeJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(FILE_SCHEMA, { io: 'input' });
  const titled = {
    $schema,
    title: 'EC2 Playground scenario',
    description:
      'Checks the shape of a scenario file. References between its parts are checked when it is opened.',
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
