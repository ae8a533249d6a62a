/* Patterns that tell where words may be divided, read from the dictionaries made for libhyphen.
 *
 * libhyphen itself leaves out a pattern that is part of another unless the dictionary was prepared
 * for that (its substrings.pl); those of Russian and Belarusian are not: of "кон-суль-ства-ми" it
 * finds no division at all. Here every pattern counts, as in TeX (F. M. Liang, "Word Hy-phen-a-tion
 * by Com-put-er", 1983). Only dictionaries of two levels (compounds, and their parts: German) are
 * written for libhyphen's way: where one pattern ends, or the beginning of a longer one does, what
 * ends there and is shorter does not count. */
#ifndef TEXT_PATTERNS_H
#define TEXT_PATTERNS_H

#include "base/arena.h"
#include "base/str.h"

struct patterns;

/* Maps the file for as long as the patterns are used; NULL when it cannot be read. */
struct patterns *patterns_read(const char *path, struct arena *arena);
void patterns_free(struct patterns *patterns);

struct str patterns_encoding(const struct patterns *patterns);
/* Whether the bytes stand anywhere in the dictionary. */
bool patterns_mention(const struct patterns *patterns, struct str bytes);

enum { PATTERNS_LONGEST_WORD = 400 };
/* Small letters in the dictionary's encoding. divides[i] becomes true where a division before byte
 * i is good. */
void patterns_apply(const struct patterns *patterns, struct str word, bool *divides);

#endif
