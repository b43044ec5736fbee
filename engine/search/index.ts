/** Finding things in a document by what people know of them. */
export { findResources, MATCH_TYPES, type Match, type MatchType, type SearchHit } from './find';
