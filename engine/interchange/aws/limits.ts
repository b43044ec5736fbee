/** How much foreign input is read. Above these it is refused with a message, before it can hurt. */

/** Characters of all files together; AWS prints ASCII, so a character is a byte. */
export const MAX_INPUT_CHARACTERS = 256 * 1024 * 1024;
export const MAX_RESOURCES = 100_000;
/** Real AWS output is nested nine deep. */
export const MAX_JSON_DEPTH = 64;
