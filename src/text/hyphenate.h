/* Where words may be divided: patterns of Liang (1983) in the form of libhyphen's dictionaries. */
#ifndef TEXT_HYPHENATE_H
#define TEXT_HYPHENATE_H

#include "base/arena.h"
#include "base/str.h"

/* The dictionaries of one folder, each read when a word first needs it. */
struct hyphenation;
struct dictionary;

struct hyphenation *hyphenation_new(struct str folder, struct arena *arena);
void hyphenation_free(struct hyphenation *hyphenation);

/* For a BCP 47 tag; NULL when there is none for the language. Reads nothing yet. */
struct dictionary *hyphenation_find(struct hyphenation *hyphenation, struct str language);

/* Byte offsets in `word` after which a hyphen may be set, ascending; at most `room`. Marks before
 * and after the letters are passed over. None for words of fewer than 5 letters, with figures, with
 * hyphens, or all in capitals. */
size_t hyphenate(struct dictionary *dictionary, struct str word, uint16_t *offsets, size_t room);

#endif
