/**
 * The side door for the page: what it asks for after the canvas takes a first drag. Apart from the front door, so that
 * it is not part of what loads first: whoever imports from here is loaded later itself.
 */
export { endsOf } from './model/action-ends';
export { SCHEDULED_EVENT_CODES } from './model/document';
export { fieldsOf } from './catalog/fields';
export { copyText, looksLikeClipping, type Copied } from './editing/clipboard/copying';
export { collapseChanges, expandChanges } from './drawing/collapse';
export { hidersOf } from './drawing/collapsed';
export { embedInPng, isPng, linkInPng } from './interchange/picture/png';
export { embedInSvg } from './interchange/picture/svg';
