/** Resources in one link. */
export const MAX_LINK_RESOURCES = 20_000;

/** Kinds in one link: far above what a document has, far below what would hurt. */
export const MAX_LINK_TABLES = 200;
