/* The display list: positioned items, everything the PDF layer needs and nothing about paragraphs.
 * Places are in sp from the top left corner of the trim, y downwards. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/arena.h"
#include "base/colour.h"
#include "base/date.h"
#include "base/length.h"
#include "base/picture.h"
#include "base/role.h"
#include "base/str.h"
#include "font/glyphs.h"
#include <stdio.h>

/* The structure tree, in reading order: a tag comes after its parent. Tag 0 is ROLE_ARTIFACT and
 * stands for all that is not content; tag 1 is the document. */
struct tag {
    uint8_t role;            /* enum role */
    union {
        uint8_t scope;       /* ROLE_HEADER_CELL: 0 column, 1 row, 2 both */
        uint8_t numbering;   /* ROLE_LIST: 0 none, 1 disc, 2 decimal */
    };
    uint16_t span;           /* cell: columns spanned, 0 is 1 */
    uint32_t parent;
    struct tag_texts *texts; /* what few tags have; NULL: none of it */
};
struct tag_texts {
    struct str language;  /* empty: the parent's */
    struct str alt;       /* figures, links */
    struct str actual;    /* ActualText */
    struct str expansion; /* of an abbreviation */
    struct str id;        /* notes need one */
};
struct tags {
    struct tag *at;
    size_t count, capacity;
};

static inline struct tag_texts tag_texts(const struct tag *tag) {
    return tag->texts ? *tag->texts : (struct tag_texts){0};
}

/* The texts to be filled in, owned by the arena. */
static inline struct tag_texts *tag_texts_fill(struct tag *tag, struct arena *arena) {
    if (!tag->texts)
        tag->texts = arena_make(arena, struct tag_texts, 1);
    return tag->texts;
}

enum artifact { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_BACKGROUND };

enum item_kind { ITEM_TEXT, ITEM_RULE, ITEM_SQUARES, ITEM_PICTURE };

struct item {
    uint32_t tag;
    struct colour colour;
    uint8_t kind;      /* enum item_kind */
    uint8_t role;      /* that of the tag */
    uint8_t artifact;  /* enum artifact, when tag is 0 */
    sp x, y;           /* text: start of the baseline; else top left corner */
    union {
        struct {
            const struct placed *words; /* x relative to item.x; all of one run */
            sp size;
            uint32_t count;
            int32_t tracking;  /* 1/1000 em */
            int32_t expansion; /* 1/10000, 10000 none */
        } text;
        struct {
            sp width, height;  /* a filled rectangle; runs into the bleed where it crosses the trim */
        } rule;
        struct {
            const uint8_t *bits; /* side*side bytes, 1 dark */
            uint32_t side;
            sp size;             /* of the whole square */
        } squares;
        struct {
            const struct picture *picture;
            sp width, height;
        } picture;
    };
};

/* A place to go to by clicking. */
struct page_link {
    sp x, y, width, height;
    struct str target; /* "#id" or URL */
    struct str title;  /* Contents */
    uint32_t tag;      /* of role ROLE_LINK */
};

struct page {
    sp width, height, bleed;
    struct item *items;
    size_t item_count;
    struct page_link *links;
    size_t link_count;
    struct str label;  /* the printed folio */
};

struct destination {
    struct str id;
    uint32_t page;
    sp x, y;
    uint32_t tag;
};

struct outline_entry {
    struct str title;
    int level; /* 1 outermost */
    uint32_t page;
    sp y;
    struct str id; /* of the destination, when there is one */
};

struct page_meta {
    struct str title, author, subject, keywords, language, identifier;
    struct date date;
};

struct pages {
    struct page *at; /* without items and links where a sink has taken them */
    size_t count;
    struct tags tags;
    struct destination *destinations; /* sorted by id */
    size_t destination_count;
    struct outline_entry *outline;
    size_t outline_count;
    struct page_meta meta;
};

/* Pages that are done while others are not yet. */
struct page_batch {
    const struct page *at;
    const uint32_t *indexes; /* of each among all pages, ascending */
    size_t count;
    struct tags tags; /* those of the pages, and more; to be read before the call returns */
};

/* Takes pages in batches, so that they need not all be kept. */
struct page_sink {
    /* The batch, and what it points to, can be read until the call for the next one returns. The
     * last one is empty; others may be, too. */
    void (*take)(void *context, const struct page_batch *batch);
    /* All that was taken is void and given back: the pages are made anew. */
    void (*drop)(void *context);
    void *context;
};

/* One line an item: the page as text, for tests and --dump pages. */
void pages_dump(const struct pages *pages, FILE *out);

#endif
