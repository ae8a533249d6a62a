/* A word into parts of one script and one face. */
#ifndef TEXT_ITEMIZE_H
#define TEXT_ITEMIZE_H

#include "base/arena.h"
#include "font/fonts.h"

/* What the word is asked to look like. */
struct wish {
    const struct fonts *fonts;
    const struct family *family;
    const struct face *face; /* of the family; NULL when its file is damaged */
    bool bold, italic;
    struct str language;
    int script; /* of words without letters: script_of_language */
};

/* The script of a character, ICU's number; 0 for marks and characters common to several. */
int script_of(uint32_t c);
/* The script a language is usually written in, ICU's number. */
int script_of_language(struct str language);

struct part {
    size_t from, length; /* bytes */
    int script;          /* ICU's number */
    const struct face *face;
};

/* The parts in logical order, allocated from `scratch`. Scripts as in UAX #24: marks and common
 * characters go with what stands before them, at the beginning with what follows, alone with the
 * language. *missing is set when no font has a character; such a part gets the face of the family.
 */
size_t itemize(const struct wish *wish, struct str word, struct arena *scratch, struct part **parts,
               bool *missing);

/* The code points of `word` that no font has are given one by one: where to go on is *at (0 first).
 * False at the end. The script is the ISO 15924 code. */
bool missing_next(const struct wish *wish, struct str word, size_t *at, uint32_t *code_point,
                  struct str *script);

#endif
