/* Where a line may break: between words by rules of the languages, inside words by UAX #14. */
#ifndef TEXT_OPPORTUNITIES_H
#define TEXT_OPPORTUNITIES_H

#include "base/arena.h"
#include "base/str.h"

/* What a word does to the spaces beside it. */
enum word_traits {
    TRAIT_BINDS_NEXT = 1,     /* no break after it */
    TRAIT_BINDS_PREVIOUS = 2, /* no break before it */
    TRAIT_NUMBER = 4,         /* of figures alone */
    TRAIT_UNIT = 8,
    TRAIT_INITIAL = 16,
    TRAIT_NAME = 32,     /* begins with a capital */
    TRAIT_FUNCTION = 64, /* article, preposition, conjunction: a title is not broken after it */
    TRAIT_INNER = 128,   /* may have breaks inside */
    TRAIT_PAUSE = 256,   /* ends in a mark after which the voice rests */
    TRAIT_DIGITS = 512,  /* one to three figures, to which more may belong: "10 000" */
    TRAIT_THREE_DIGITS = 1024,
    TRAIT_SMALL_INITIAL = 2048, /* "z." of "z. B." */
    TRAIT_DASH = 4096,
    TRAIT_FIGURE = 8192, /* begins with a figure */
    TRAIT_SHORT = 16384  /* perhaps a function word of another language */
};
/* All but TRAIT_FUNCTION and TRAIT_SHORT. */
uint16_t word_traits(struct str word, struct str language);
/* These two, which matter where a title is broken by sense. */
uint16_t title_traits(struct str word);

enum { SPACE_BOUND = 9500 }; /* a break only rather than a line too wide */
/* The penalty of a break at the space between two words. `earlier` is the word before them, 0 none.
 * `title` breaks by sense. */
int32_t space_penalty(uint16_t earlier, uint16_t before, uint16_t after, bool title);

struct inner_break {
    uint16_t offset;
    int16_t penalty;
    bool hyphen;  /* the line then ends in a hyphen of the text */
    bool elastic; /* white may be put here to justify: scripts without spaces */
};

struct breakers; /* ICU's line break iterators, one a language, opened when first needed */
struct breakers *breakers_new(struct arena *arena);
void breakers_free(struct breakers *breakers);

/* Between ideographs a space is only the end of a line of the source. */
bool drops_white(uint32_t before, uint32_t after);

enum inner_mode { INNER_TEXT, INNER_ADDRESS };
/* The breaks inside a word without spaces, ascending; `address` adds those of web addresses. The
 * result is allocated from `scratch`. */
size_t word_breaks(struct breakers *breakers, struct str word, struct str language,
                   enum inner_mode mode, struct arena *scratch, struct inner_break **breaks);

#endif
