/** The palette's search field carries this id. Apart, so that the palette does not bring the command that goes there. */
export const PALETTE_SEARCH_ID = 'palette-search';
