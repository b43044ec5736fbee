/** Rows of comma-separated values. https://www.rfc-editor.org/rfc/rfc4180 */

/** @returns one row with the carriage return that ends it; the line feed is the writer's */
export const csvRow = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r`;

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
