/**
 * How a value in a link begins. Every JSON value describes itself, so that a link does not depend on the order of a
 * kind's fields. Frozen: a change here changes what links mean.
 */

/** In a column: as the expectation says. */
export const EXPECTED = Symbol('expected');

// A value begins with a number: the low two bits say which of these, the rest is its payload.
export const SPECIAL = 0;
export const ID = 1;
export const WORD = 2;
export const WHOLE = 3;

// Payloads of SPECIAL.
export const AS_EXPECTED = 0;
export const ABSENT = 1;
export const FALSE = 2;
export const TRUE = 3;
export const LIST = 4;
export const OBJECT = 5;
export const NUMBER_TEXT = 6;
export const IPV4 = 7;
export const IPV4_CIDR = 8;
export const NUMBERED = 9;
export const AWS_ID = 10;
export const NEGATIVE = 11;
export const NULL = 12;
/** As AWS makes ids today: the first of the seventeen digits is 0. */
export const AWS_ID_OF_ZERO = 13;
