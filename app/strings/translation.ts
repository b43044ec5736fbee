/** The same keys, other words: what a second language has to give for a text of the first. */
export type Translation<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Translation<T[Key]> };

/** Words, and those that take their place. */
export type Pair = readonly [english: object, other: object];
