/** A longer text can't be answers. */
export const mostAnswerCharacters = 100_000;

/** More bytes can't be answers in any encoding. */
export const mostAnswerBytes = 4 * mostAnswerCharacters;
