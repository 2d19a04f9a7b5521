/** Typing is not asked for letter by letter: a search goes out after so long a pause. */
export const SEARCH_PAUSE_MS = 250;
