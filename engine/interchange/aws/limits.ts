/** How many things are read of foreign input; size and depth of the text are capped in model/json. */
export const MAX_RESOURCES = 100_000;
