/* Styles and words: text shaped once and kept. */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "font/glyphs.h"
#include "text/edges.h"
#include "text/hyphenate.h"
#include "text/itemize.h"
#include "text/text.h"
#include <hb.h>

/* What runs have in common that changes their glyphs: everything but size. */
struct style {
    struct wish wish;
    uint16_t number;  /* part of a word's key */
    uint8_t features; /* enum style_feature */
    bool tracks;      /* letters of the language may be moved apart */
    const void *hb_language;
    struct dictionary *dictionary; /* NULL: words are not divided */
    uint32_t hyphen;               /* the code point to set: U+2010 or, where there is none, '-' */
    int32_t hyphen_advance;        /* font units */
    int32_t hyphen_hang;           /* how far it stands out in the margin, font units */
    struct edges_known *edges;     /* of the characters of its own face */
    struct pairs *pairs;           /* of the same, likewise */
    struct style *earlier;         /* the one asked for before it */
};
enum style_feature {
    FEATURE_TABULAR = 1,
    FEATURE_OLDSTYLE = 2,
    FEATURE_SMALLCAPS = 4,
    FEATURE_NO_LIGATURES = 8 /* tracked text */
};
enum { STYLE_FEATURES = 4 };
/* The features as HarfBuzz takes them; how many. */
unsigned style_features(const struct style *style, hb_feature_t features[STYLE_FEATURES]);
/* HarfBuzz's name for a script of ICU. */
hb_script_t shaping_script(int script);

struct hyphen_point {
    uint16_t offset; /* bytes into the word */
    uint16_t glyphs; /* how many stand before it */
    int32_t advance; /* of these, font units */
};

enum word_flags {
    WORD_RIGHT_TO_LEFT = 1, /* key */
    WORD_HYPHEN = 2,        /* key: a hyphen that is not in the text follows */
    WORD_MISSING = 4,       /* no font has some character */
    WORD_DIVIDED = 8,       /* `points` has been filled */
    WORD_JUDGED = 16        /* `traits` has */
};

struct word {
    struct str text;
    uint16_t style;
    uint8_t flags;
    uint16_t traits; /* enum word_traits: see word_judge */
    uint16_t part_count, point_count;
    struct edge first, last;           /* of the first and last character, in logical order */
    const struct hyphen_point *points; /* of the dictionary */
    const struct glyphs *parts[];      /* logical order, one a face */
};

struct words;
struct words *words_new(const struct fonts *fonts, struct hyphenation *hyphenation,
                        struct arena *arena);
void words_free(struct words *words);

/* The style of a run; NULL when the font file is damaged (there is a fault then). */
const struct style *style_find(struct words *words, const struct text_run *run);
const struct style *style_at(const struct words *words, uint16_t number);

/* The word, shaped. `flags`: WORD_RIGHT_TO_LEFT, WORD_HYPHEN. Kept in the arena of the words. */
const struct word *word_find(struct words *words, const struct style *style, struct str text,
                             uint8_t flags);
/* What the word does to spaces beside it, found when first asked for. */
void word_judge(struct words *words, const struct word *word);
/* Divisions by the dictionary of the word's language, found when first asked for. */
void word_divide(struct words *words, const struct word *word);
/* Where a division at byte `offset` falls among the glyphs; false within a ligature. */
bool word_point(const struct word *word, uint16_t offset, struct hyphen_point *point);

sp word_width(const struct word *word, sp size, int32_t tracking, int32_t expansion);

#endif
