/* Articles, prepositions and conjunctions: words that lean on what follows. */
#ifndef TEXT_FUNCTION_WORDS_H
#define TEXT_FUNCTION_WORDS_H

#include "base/str.h"
#include <stdbool.h>

/* Whether a title is not to be broken after the word, which bears no marks: there is a list for the
 * languages whose rules are known. */
bool is_function_word(struct str word);
/* Whether it may be such a word in another language: up to three letters of the scripts of Europe,
 * and no abbreviation in capitals. */
bool is_short_word(struct str word);

#endif
